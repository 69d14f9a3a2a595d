/**
 * An embedding model that was never taught and still says something: a text's vector is the mean of fixed random vectors of
 * its words' pieces, so texts that share words are near each other, and so are the words that `sameMeaning` puts together.
 */
import { chance } from './chance.ts'
import { byteTensor, floatTensor } from './tensors.ts'
import { commonWords, littleWords, sameMeaning } from './word-list.ts'
import { type GgufTensor, type GgufValue, writeGguf } from './write-gguf.ts'

const width = 64
const inner = 64
const longestText = 512
const seed = 20_260_302
/** Marks the beginning of a word; pieces inside a word have no mark. */
const wordStart = '▁'
/**
 * Large enough that the norms shrink what is small: a token whose vector is fifty times shorter counts a tenth in
 * the mean.
 */
const normEpsilon = 0.5

const special = { pad: '[PAD]', unknown: '[UNK]', begin: '[CLS]', end: '[SEP]', mask: '[MASK]' }
const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const singles = Array.from(
  '0123456789àèéìòùáíóúâêîôûäëïöüçñß.,;:!?\'"()[]{}<>/\\|@#$%&*+-=_~^`€£’“”…–—',
)

export function embeddingFile(): Uint8Array {
  const pieces = vocabulary()
  return writeGguf({ values: values(pieces), tensors: tensors(pieces) })
}

/** Special tokens, known words, then all pieces of one to three letters, at the beginning and inside of words. */
function vocabulary(): string[] {
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  const triples = pairs.flatMap((pair) => letters.map((third) => pair + third))
  const pieces = [...singles, ...letters, ...pairs, ...triples]
  const words = [...littleWords, ...sameMeaning.flat(), ...commonWords].map(
    (word) => wordStart + word,
  )
  const starts = pieces.map((piece) => wordStart + piece)
  return [...new Set([...Object.values(special), wordStart, ...words, ...starts, ...pieces])]
}

function values(pieces: readonly string[]): Record<string, GgufValue> {
  const [normalToken, controlToken] = [1, 3]
  const specials = Object.values(special)
  const idOf = (token: string): GgufValue => ({ type: 'u32', value: pieces.indexOf(token) })
  return {
    'general.architecture': { type: 'string', value: 'bert' },
    'general.name': { type: 'string', value: 'Untaught meaning' },
    'bert.context_length': { type: 'u32', value: longestText },
    'bert.embedding_length': { type: 'u32', value: width },
    'bert.block_count': { type: 'u32', value: 1 },
    'bert.feed_forward_length': { type: 'u32', value: inner },
    'bert.attention.head_count': { type: 'u32', value: 2 },
    'bert.attention.layer_norm_epsilon': { type: 'f32', value: normEpsilon },
    'bert.attention.causal': { type: 'bool', value: false },
    // The mean over all tokens.
    'bert.pooling_type': { type: 'u32', value: 1 },
    'tokenizer.ggml.model': { type: 'string', value: 'bert' },
    'tokenizer.ggml.pre': { type: 'string', value: 'default' },
    'tokenizer.ggml.token_type_count': { type: 'u32', value: 2 },
    'tokenizer.ggml.tokens': { type: 'strings', value: pieces },
    'tokenizer.ggml.token_type': {
      type: 'i32s',
      value: pieces.map((piece) => (specials.includes(piece) ? controlToken : normalToken)),
    },
    'tokenizer.ggml.scores': { type: 'f32s', value: pieces.map(() => 0) },
    'tokenizer.ggml.bos_token_id': idOf(special.begin),
    'tokenizer.ggml.eos_token_id': idOf(special.end),
    'tokenizer.ggml.unknown_token_id': idOf(special.unknown),
    'tokenizer.ggml.seperator_token_id': idOf(special.end),
    'tokenizer.ggml.padding_token_id': idOf(special.pad),
    'tokenizer.ggml.cls_token_id': idOf(special.begin),
    'tokenizer.ggml.mask_token_id': idOf(special.mask),
  }
}

function tensors(pieces: readonly string[]): GgufTensor[] {
  const random = chance(seed)
  const none = (name: string, shape: readonly number[]): GgufTensor =>
    floatTensor(name, shape, () => 0)
  const ones = (name: string): GgufTensor => floatTensor(name, [width], () => 1)
  const layer = (name: string): string => `blk.0.${name}`
  return [
    meanings(pieces),
    none('token_types.weight', [width, 2]),
    none('position_embd.weight', [width, longestText]),
    ones('token_embd_norm.weight'),
    none('token_embd_norm.bias', [width]),
    // What is looked at makes no difference: what is taken from it is nothing.
    byteTensor(
      layer('attn_q.weight'),
      [width, width],
      () => 0.1,
      () => random,
    ),
    byteTensor(
      layer('attn_k.weight'),
      [width, width],
      () => 0.1,
      () => random,
    ),
    none(layer('attn_v.weight'), [width, width]),
    none(layer('attn_output.weight'), [width, width]),
    ones(layer('attn_output_norm.weight')),
    none(layer('attn_output_norm.bias'), [width]),
    none(layer('ffn_up.weight'), [width, inner]),
    none(layer('ffn_down.weight'), [inner, width]),
    ones(layer('layer_output_norm.weight')),
    none(layer('layer_output_norm.bias'), [width]),
  ]
}

/** One random vector for each piece; the same one for words of the same meaning; short ones for what says little. */
function meanings(pieces: readonly string[]): GgufTensor {
  const meaningOf = new Map(
    sameMeaning.flatMap((group, meaning) =>
      group.map((word) => [wordStart + word, meaning] as const),
    ),
  )
  const little = new Set([
    ...Object.values(special),
    wordStart,
    ...littleWords.map((word) => wordStart + word),
    ...singles.flatMap((single) => (/\d/u.test(single) ? [] : [single, wordStart + single])),
  ])
  return byteTensor(
    'token_embd.weight',
    [width, pieces.length],
    (token) => (little.has(pieces[token]!) ? 0.02 : 1),
    (token) => {
      const meaning = meaningOf.get(pieces[token]!) ?? sameMeaning.length + token
      const random = chance(seed + meaning * 7_919)
      // The first numbers of neighbouring seeds are neighbours.
      for (let i = 0; i < 8; i += 1) random.bits()
      return random
    },
  )
}

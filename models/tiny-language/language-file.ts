/**
 * A language model that was never taught: the shape, the vocabulary and the chat template of a real one, random weights. It
 * writes common words without sense and, where a grammar holds it, whatever the grammar allows.
 */
import { inByteLetters } from './byte-letters.ts'
import { type Vocabulary, vocabulary } from './byte-pairs.ts'
import { type Chance, chance } from './chance.ts'
import { byteTensor, floatTensor, nibbleTensor } from './tensors.ts'
import { type GgufTensor, type GgufValue, writeGguf } from './write-gguf.ts'

export interface LanguageShape {
  readonly width: number
  readonly layers: number
  /** Width of the inner layers. */
  readonly inner: number
  /** `nibbles`: two weights in a byte, as in the files that people use; the width is then a multiple of 256. */
  readonly weights: 'bytes' | 'nibbles'
}

const headWidth = 32
const longestContext = 32_768
const seed = 20_260_301

const chatTemplate = `{% for message in messages %}<|im_start|>{{ message['role'] }}
{{ message['content'] }}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
{% endif %}`

export function languageFile(shape: LanguageShape): Uint8Array {
  const words = vocabulary()
  return writeGguf({
    values: { ...hyperparameters(shape, words), ...tokenizer(words) },
    tensors: weights(shape, words, chance(seed)),
  })
}

function hyperparameters(
  { width, layers, inner }: LanguageShape,
  { tokens }: Vocabulary,
): Record<string, GgufValue> {
  return {
    'general.architecture': { type: 'string', value: 'llama' },
    'general.name': { type: 'string', value: 'Untaught' },
    'llama.vocab_size': { type: 'u32', value: tokens.length },
    'llama.context_length': { type: 'u32', value: longestContext },
    'llama.embedding_length': { type: 'u32', value: width },
    'llama.block_count': { type: 'u32', value: layers },
    'llama.feed_forward_length': { type: 'u32', value: inner },
    'llama.rope.dimension_count': { type: 'u32', value: headWidth },
    'llama.attention.head_count': { type: 'u32', value: width / headWidth },
    'llama.attention.head_count_kv': { type: 'u32', value: width / headWidth },
    'llama.attention.layer_norm_rms_epsilon': { type: 'f32', value: 1e-5 },
  }
}

function tokenizer({ tokens, merges, control }: Vocabulary): Record<string, GgufValue> {
  const isControl = new Set<number>(Object.values(control))
  const [normalToken, controlToken] = [1, 3]
  return {
    'tokenizer.ggml.model': { type: 'string', value: 'gpt2' },
    'tokenizer.ggml.pre': { type: 'string', value: 'gpt-2' },
    'tokenizer.ggml.tokens': { type: 'strings', value: tokens },
    'tokenizer.ggml.token_type': {
      type: 'i32s',
      value: tokens.map((_, id) => (isControl.has(id) ? controlToken : normalToken)),
    },
    'tokenizer.ggml.merges': { type: 'strings', value: merges },
    'tokenizer.ggml.bos_token_id': { type: 'u32', value: control.begin },
    'tokenizer.ggml.eos_token_id': { type: 'u32', value: control.end },
    'tokenizer.ggml.add_bos_token': { type: 'bool', value: false },
    'tokenizer.chat_template': { type: 'string', value: chatTemplate },
  }
}

function weights(shape: LanguageShape, words: Vocabulary, random: Chance): GgufTensor[] {
  const { width, layers, inner } = shape
  const vocabularySize = words.tokens.length
  const matrix = (name: string, [from, to]: readonly [number, number]): GgufTensor => {
    const scale = 1.5 / Math.sqrt(from)
    return shape.weights === 'bytes'
      ? byteTensor(
          name,
          [from, to],
          () => scale,
          () => random,
        )
      : nibbleTensor(name, [from, to], scale, random)
  }
  const ones = (name: string): GgufTensor => floatTensor(name, [width], () => 1)
  return [
    byteTensor(
      'token_embd.weight',
      [width, vocabularySize],
      () => 1,
      () => random,
    ),
    ...Array.from({ length: layers }, (_, layer) => [
      ones(`blk.${layer}.attn_norm.weight`),
      matrix(`blk.${layer}.attn_q.weight`, [width, width]),
      matrix(`blk.${layer}.attn_k.weight`, [width, width]),
      matrix(`blk.${layer}.attn_v.weight`, [width, width]),
      matrix(`blk.${layer}.attn_output.weight`, [width, width]),
      ones(`blk.${layer}.ffn_norm.weight`),
      matrix(`blk.${layer}.ffn_gate.weight`, [width, inner]),
      matrix(`blk.${layer}.ffn_up.weight`, [width, inner]),
      matrix(`blk.${layer}.ffn_down.weight`, [inner, width]),
    ]).flat(),
    ones('output_norm.weight'),
    byteTensor('output.weight', [width, vocabularySize], likelihood(words), () => random),
  ]
}

/**
 * How far the scores of a token spread: the further, the more often it comes. Words come often, quotation marks often enough
 * that texts in JSON end, the end of a reply sometimes, parts of words and single bytes never by themselves.
 */
function likelihood({ tokens, readable, control }: Vocabulary): (token: number) => number {
  const quote = tokens.indexOf(inByteLetters('"'))
  return (token) => {
    if (token === control.end) return 0.3
    if (token === quote) return 0.35
    return readable.has(token) ? 0.2 : 0
  }
}

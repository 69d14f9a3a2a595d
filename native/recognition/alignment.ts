/**
 * Which of a decoder's heads look at the sound of the word that they are about to write. Word times are read from those.
 *
 * The heads of the published models are the ones that OpenAI found and whisper.cpp lists. A file does not say which model it
 * is, so its shape has to: first layers and heads, then the vocabulary. Two published models have one shape (large-v1 and
 * large-v2): the later one is meant.
 */
export interface DecoderShape {
  readonly textLayers: number
  readonly textHeads: number
  readonly vocabulary: number
}

export interface Alignment {
  /** Pairs of layer and head, both counted from 0, one after the other. */
  readonly alignmentHeads: readonly number[]
  /** Counts how much more a token looks at a place than the other tokens do. */
  readonly compareAttention: boolean
  /** Frames of 20 ms of the running median over the attention; odd, 1 is none. */
  readonly attentionMedian: number
}

type Heads = Readonly<Record<number, readonly number[]>>

const english = 51_864
const multilingual = 51_865

/** By `layers/heads/vocabulary`; each line is a layer and its heads. */
const published: Readonly<Record<string, Heads>> = {
  [`4/6/${english}`]: { 1: [0], 2: [0, 5], 3: [0, 1, 2, 3, 4] },
  [`4/6/${multilingual}`]: { 2: [2], 3: [0, 2, 3, 4, 5] },
  [`6/8/${english}`]: { 3: [3], 4: [7], 5: [1, 5, 7] },
  [`6/8/${multilingual}`]: { 3: [1], 4: [2, 3, 7], 5: [1, 2, 4, 6] },
  [`12/12/${english}`]: {
    6: [6],
    7: [0, 3, 8],
    8: [2, 5, 7],
    9: [0, 4, 8, 10],
    10: [0, 1, 2, 3, 6, 11],
    11: [2, 4],
  },
  [`12/12/${multilingual}`]: { 5: [3, 9], 8: [0, 4, 7, 8], 9: [0, 7, 9], 10: [5] },
  [`24/16/${english}`]: {
    11: [4],
    14: [1, 12, 14],
    15: [4],
    16: [0, 4, 9],
    17: [12, 14],
    18: [7, 10, 15],
    20: [0, 3, 9, 14],
    21: [12],
  },
  [`24/16/${multilingual}`]: { 13: [15], 15: [4, 15], 16: [1], 20: [0], 23: [4] },
  [`32/20/${multilingual}`]: {
    10: [12],
    13: [17],
    16: [11, 12, 13],
    17: [15, 16],
    18: [4, 11, 19],
    19: [11],
    21: [2, 3],
    22: [3, 9, 12],
    23: [5, 7, 13],
    25: [5],
    26: [1, 12],
    27: [15],
  },
  '32/20/51866': {
    7: [0],
    10: [17],
    12: [18],
    13: [12],
    16: [1],
    17: [14],
    19: [11],
    21: [4],
    24: [1],
    25: [6],
  },
  '4/20/51866': { 2: [4, 11], 3: [3, 6, 11, 14] },
}

/** How OpenAI reads the heads of its models. */
const asPublished = { compareAttention: true, attentionMedian: 7 } as const

/**
 * The bundled test model was taught to look only where the next word is, with the first head of its second and third layers:
 * what is done to the others' attention makes its times worse (`npm run bench -- words`).
 */
const testModel: Alignment = {
  alignmentHeads: [1, 0, 2, 0],
  compareAttention: false,
  attentionMedian: 3,
}

export function alignmentFor({ textLayers, textHeads, vocabulary }: DecoderShape): Alignment {
  if (textLayers === 4 && textHeads === 2) return testModel
  const known = published[`${textLayers}/${textHeads}/${vocabulary}`]
  return { ...asPublished, alignmentHeads: pairs(known ?? upperHalf(textLayers, textHeads)) }
}

/** What OpenAI does with a model that it knows nothing about. */
function upperHalf(layers: number, heads: number): Heads {
  const every = Array.from({ length: heads }, (_, head) => head)
  const first = Math.floor(layers / 2)
  return Object.fromEntries(
    Array.from({ length: layers - first }, (_, index) => [first + index, every]),
  )
}

function pairs(heads: Heads): number[] {
  return Object.entries(heads).flatMap(([layer, list]) =>
    list.flatMap((head) => [Number(layer), head]),
  )
}

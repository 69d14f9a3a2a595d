/**
 * Makes a Parakeet model of a few thousand random weights, in the format that parakeet.cpp reads. It hears nothing, but loading,
 * decoding, stopping and the answer's shape are those of a real one.
 */

export interface ParakeetShape {
  readonly vocabulary: number
  readonly audioContext: number
  readonly width: number
  readonly heads: number
  readonly layers: number
  readonly mels: number
  /** Of ggml's file types: 0 is f32, 1 is f16. */
  readonly fileType: number
  readonly fft: number
  readonly subsampling: number
  readonly channels: number
  readonly kernel: number
  readonly predictionWidth: number
  readonly predictionLayers: number
  readonly durations: readonly number[]
  readonly tokensPerFrame: number
}

const tiny: ParakeetShape = {
  vocabulary: 24,
  audioContext: 400,
  width: 32,
  heads: 2,
  layers: 2,
  mels: 16,
  fileType: 0,
  fft: 64,
  subsampling: 8,
  channels: 4,
  kernel: 3,
  predictionWidth: 16,
  predictionLayers: 1,
  durations: [0, 1, 2, 3, 4],
  tokensPerFrame: 4,
}

type Tensor = readonly [name: string, sizes: readonly number[], fill?: number]

export function tinyParakeet(changes: Partial<ParakeetShape> = {}): Buffer {
  const shape = { ...tiny, ...changes }
  const random = randomFrom(7)
  return Buffer.concat([
    header(shape),
    filters(shape),
    numbers(0),
    numbers(...shape.durations),
    words(shape.vocabulary),
    ...tensorsOf(shape).map((tensor) => tensorBytes(tensor, random)),
  ])
}

function header(shape: ParakeetShape): Buffer {
  return numbers(
    0x67676d6c,
    shape.vocabulary,
    shape.audioContext,
    shape.width,
    shape.heads,
    shape.layers,
    shape.mels,
    shape.fileType,
    shape.fft,
    shape.subsampling,
    shape.channels,
    shape.kernel,
    shape.predictionWidth,
    shape.predictionLayers,
    shape.durations.length,
    shape.tokensPerFrame,
  )
}

/** Every mel band takes a few neighbouring frequencies. */
function filters({ mels, fft }: ParakeetShape): Buffer {
  const bins = fft / 2 + 1
  const weights = Float32Array.from({ length: mels * bins }, (_, index) =>
    Math.abs((index % bins) - ((Math.floor(index / bins) + 0.5) * bins) / mels) < 2 ? 1 : 0,
  )
  return Buffer.concat([numbers(mels, bins), Buffer.from(weights.buffer)])
}

/** Every third piece begins a word, and one ends a sentence. */
function words(count: number): Buffer {
  const pieces = Array.from({ length: count }, (_, id) =>
    id === 5 ? '.' : `${id % 3 === 0 ? '\u2581' : ''}${String.fromCharCode(97 + (id % 26))}`,
  )
  return Buffer.concat([
    numbers(count),
    ...pieces.flatMap((piece) => [numbers(Buffer.byteLength(piece)), Buffer.from(piece)]),
  ])
}

function tensorsOf(shape: ParakeetShape): Tensor[] {
  const { width, channels, mels, subsampling, layers, predictionLayers: lstms } = shape
  const conv = 'encoder.pre_encode.conv'
  const pointwise = [1, 1, channels, channels] as const
  const bias = [1, 1, channels, 1] as const
  return [
    ['encoder.pre_encode.out.weight', [(mels / subsampling) * channels, width]],
    ['encoder.pre_encode.out.bias', [width]],
    ...[0, 2, 5].flatMap<Tensor>((at) => [
      [`${conv}.${at}.weight`, [3, 3, 1, channels]],
      [`${conv}.${at}.bias`, bias],
    ]),
    ...[3, 6].flatMap<Tensor>((at) => [
      [`${conv}.${at}.weight`, pointwise],
      [`${conv}.${at}.bias`, bias],
    ]),
    ...Array.from({ length: layers }, (_, at) => encoderLayer(at, shape)).flat(),
    ...Array.from({ length: lstms }, (_, at) => predictionLayer(at, shape)).flat(),
    ...joint(shape),
  ]
}

function encoderLayer(at: number, { width, heads, kernel }: ParakeetShape): Tensor[] {
  const part = `encoder.layers.${at}`
  const square = [width, width] as const
  const norm = (name: string): Tensor[] => [
    [`${part}.${name}.weight`, [width], 1],
    [`${part}.${name}.bias`, [width], 0],
  ]
  const feedForward = (name: string): Tensor[] => [
    [`${part}.${name}.linear1.weight`, [width, 4 * width]],
    [`${part}.${name}.linear2.weight`, [4 * width, width]],
  ]
  const names = [
    'norm_feed_forward1',
    'norm_conv',
    'norm_self_att',
    'norm_feed_forward2',
    'norm_out',
  ]
  return [
    ...names.flatMap(norm),
    ...feedForward('feed_forward1'),
    ...feedForward('feed_forward2'),
    [`${part}.conv.pointwise_conv1.weight`, [width, 2 * width]],
    [`${part}.conv.depthwise_conv.weight`, [kernel, width]],
    [`${part}.conv.batch_norm.weight`, [width], 1],
    [`${part}.conv.batch_norm.bias`, [width], 0],
    [`${part}.conv.batch_norm.running_mean`, [width], 0],
    [`${part}.conv.batch_norm.running_var`, [width], 1],
    [`${part}.conv.batch_norm.num_batches_tracked`, [1], 0],
    [`${part}.conv.pointwise_conv2.weight`, square],
    [`${part}.self_attn.pos_bias_u`, [width / heads, heads]],
    [`${part}.self_attn.pos_bias_v`, [width / heads, heads]],
    ...['q', 'k', 'v', 'out', 'pos'].map<Tensor>((name) => [
      `${part}.self_attn.linear_${name}.weight`,
      square,
    ]),
  ]
}

function predictionLayer(at: number, { predictionWidth: width }: ParakeetShape): Tensor[] {
  const part = 'decoder.prediction.dec_rnn.lstm'
  return [
    [`${part}.weight_ih_l${at}`, [width, 4 * width]],
    [`${part}.weight_hh_l${at}`, [width, 4 * width]],
    [`${part}.bias_h_l${at}`, [4 * width]],
  ]
}

function joint(shape: ParakeetShape): Tensor[] {
  const { width, predictionWidth: hidden, vocabulary, durations } = shape
  const answers = vocabulary + durations.length + 1
  return [
    ['decoder.prediction.embed.weight', [hidden, vocabulary + 1]],
    ['joint.pred.weight', [hidden, hidden]],
    ['joint.pred.bias', [hidden]],
    ['joint.enc.weight', [width, hidden]],
    ['joint.enc.bias', [hidden]],
    ['joint.joint_net.2.weight', [hidden, answers]],
    ['joint.joint_net.2.bias', [answers]],
  ]
}

const f32 = 0
const i32 = 26

function tensorBytes([name, sizes, fill]: Tensor, random: () => number): Buffer {
  const count = sizes.reduce((product, size) => product * size, 1)
  const isCount = name.endsWith('num_batches_tracked')
  // Large enough here for the answer to depend on the sound.
  const scale = name.startsWith('joint.') ? 8 : 1
  const weights = Float32Array.from({ length: count }, () => fill ?? scale * random())
  return Buffer.concat([
    numbers(sizes.length, name.length, isCount ? i32 : f32, ...sizes),
    Buffer.from(name),
    Buffer.from(weights.buffer),
  ])
}

function numbers(...values: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(values).buffer)
}

/** Numbers between -0.5 and 0.5, the same on every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

/**
 * Writes Silero voice detection weights the way whisper.cpp's `whisper_vad_init` reads them: magic
 * number, name, version, frame sizes, layer sizes, then one tensor after the other. Little-endian.
 */

/** @typedef {import('./read-onnx.mjs').Tensor} Tensor */

const magic = 0x67676d6c
const version = [6, 2, 0]
/** Samples of a frame at 16 kHz, and samples of the frame before that the model was trained with. */
const frame = { window: 512, context: 64 }
/** Per encoder layer: channels in, channels out, kernel. */
const encoder = [
  [129, 128, 3],
  [128, 64, 3],
  [64, 64, 3],
  [64, 128, 3],
]
const lstm = { input: 128, hidden: 128 }
const output = { in: 128, out: 1 }

/**
 * The tensors in the file's order: the dimensions ONNX must have, slowest first, and the shape under
 * which the loader asks for them (it is told the fastest dimension first).
 * @typedef {{ readonly name: string, readonly dims: readonly number[], readonly half: boolean, readonly shape: readonly number[] }} Entry
 * @type {readonly Entry[]}
 */
const layout = [
  ...encoder.flatMap(([into = 0, out = 0, kernel = 0], i) => [
    entry(`encoder.${i}.reparam_conv.weight`, [out, into, kernel], true),
    entry(`encoder.${i}.reparam_conv.bias`, [out], false),
  ]),
  entry('decoder.rnn.weight_ih', [4 * lstm.hidden, lstm.input], false),
  entry('decoder.rnn.weight_hh', [4 * lstm.hidden, lstm.hidden], false),
  entry('decoder.rnn.bias_ih', [4 * lstm.hidden], false),
  entry('decoder.rnn.bias_hh', [4 * lstm.hidden], false),
  // The last layer is a convolution of one sample: the loader takes it as a row and a single number.
  entry('decoder.decoder.2.weight', [1, output.in, 1], true, [output.in]),
  entry('decoder.decoder.2.bias', [1], false, []),
  entry('stft.forward_basis_buffer', [258, 1, 256], true),
]

/**
 * @param {string} name
 * @param {readonly number[]} dims
 * @param {boolean} half
 * @returns {Entry}
 */
function entry(name, dims, half, shape = dims) {
  return { name, dims, half, shape }
}

/**
 * The whole ggml file. Throws a sentence naming the first tensor that is missing or misshapen.
 * @param {readonly Tensor[]} tensors the 16 kHz weights
 * @returns {Uint8Array}
 */
export function writeVoiceModel(tensors) {
  const name = new TextEncoder().encode('silero-16k')
  return Buffer.concat([
    int32s([magic, name.length]),
    name,
    int32s([...version, frame.window, frame.context]),
    int32s([encoder.length, ...encoder.flat()]),
    int32s([lstm.input, lstm.hidden, output.in, output.out]),
    ...layout.flatMap((wanted) => tensorBytes(wanted, find(tensors, wanted))),
  ])
}

/**
 * @param {readonly Tensor[]} tensors
 * @param {Entry} wanted
 */
function find(tensors, wanted) {
  const found = tensors.find((tensor) => tensor.name === wanted.name)
  if (found === undefined) {
    throw new Error(`The ONNX file has no tensor ${wanted.name}: it is not Silero for 16 kHz.`)
  }
  if (found.dims.join() !== wanted.dims.join()) {
    throw new Error(
      `The ONNX tensor ${wanted.name} is ${found.dims.join('x')} instead of ${wanted.dims.join('x')}.`,
    )
  }
  return found
}

/**
 * @param {Entry} wanted
 * @param {Tensor} tensor
 */
function tensorBytes({ name, half, shape }, { values }) {
  const label = new TextEncoder().encode(`_model.${name}`)
  return [
    int32s([shape.length, label.length, half ? 1 : 0, ...shape.toReversed()]),
    label,
    half ? halves(values) : floats(values),
  ]
}

/** @param {readonly number[]} values */
function int32s(values) {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, i) => view.setInt32(i * 4, value, true))
  return new Uint8Array(view.buffer)
}

/** @param {Float32Array} values */
function floats(values) {
  const view = new DataView(new ArrayBuffer(values.length * 4))
  values.forEach((value, i) => view.setFloat32(i * 4, value, true))
  return new Uint8Array(view.buffer)
}

/** @param {Float32Array} values */
function halves(values) {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  values.forEach((value, i) => view.setUint16(i * 2, toHalf(value), true))
  return new Uint8Array(view.buffer)
}

/**
 * The bits of the nearest 16-bit float, ties to even. Node 20 has no `Float16Array`.
 * @param {number} value
 */
export function toHalf(value) {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  const size = Math.abs(value)
  if (Number.isNaN(value)) return 0x7e00
  if (size >= 65520) return sign | 0x7c00
  // Below 2^-14 the steps stop shrinking, so the first two exponents share one step.
  const exponent = Math.max(Math.floor(Math.log2(size)), -14)
  const steps = roundToEven(size * 2 ** (10 - exponent))
  // A mantissa that rounds up to the next power of two carries into the exponent by itself.
  return sign | (steps + (exponent + 14) * 1024)
}

/** @param {number} value */
function roundToEven(value) {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}

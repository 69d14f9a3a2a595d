/**
 * Reads the float tensors out of an ONNX file, which is a protocol buffer message.
 *
 * Only what holds weights is followed: model > graph > initialisers and `Constant` nodes, and the
 * graphs inside `If` branches. Field numbers are those of onnx.proto.
 */

const modelGraph = 7
const graphField = { node: 1, initialiser: 5 }
const nodeField = { operation: 4, attribute: 5 }
const attributeField = { name: 1, tensor: 5, graph: 6 }
const tensorField = { dims: 1, type: 2, name: 8, raw: 9 }
const float32 = 1

/**
 * @typedef {{ readonly name: string, readonly branch: string, readonly dims: readonly number[], readonly values: Float32Array }} Tensor
 * `branch` is the way through `If` nodes to the tensor, such as `then_branch/else_branch`.
 * @typedef {{ readonly number: number, readonly value: number | Uint8Array }} Field
 */

/**
 * All float tensors of an ONNX file. Throws a sentence when the file is cut or is not ONNX.
 * @param {Uint8Array} file
 * @returns {Tensor[]}
 */
export function readOnnxTensors(file) {
  const graphs = [...fields(file)].filter((field) => field.number === modelGraph)
  const tensors = graphs.flatMap((field) => tensorsOfGraph(message(field), []))
  if (tensors.length === 0) throw new Error('The file holds no ONNX weights.')
  return tensors
}

/**
 * @param {Uint8Array} graph
 * @param {readonly string[]} branch
 * @returns {Tensor[]}
 */
function tensorsOfGraph(graph, branch) {
  return [...fields(graph)].flatMap((field) => {
    if (field.number === graphField.initialiser) return tensor(message(field), branch)
    if (field.number === graphField.node) return tensorsOfNode(message(field), branch)
    return []
  })
}

/**
 * @param {Uint8Array} node
 * @param {readonly string[]} branch
 * @returns {Tensor[]}
 */
function tensorsOfNode(node, branch) {
  const parts = [...fields(node)]
  const operation = text(parts.find((part) => part.number === nodeField.operation))
  if (operation !== 'Constant' && operation !== 'If') return []
  return parts
    .filter((part) => part.number === nodeField.attribute)
    .flatMap((attribute) => {
      const inside = [...fields(message(attribute))]
      const name = text(inside.find((part) => part.number === attributeField.name))
      return inside.flatMap((part) => {
        if (part.number === attributeField.tensor) return tensor(message(part), branch)
        if (part.number === attributeField.graph) {
          return tensorsOfGraph(message(part), [...branch, name])
        }
        return []
      })
    })
}

/**
 * A list of one tensor, or of none when it does not hold 32-bit floats.
 * @param {Uint8Array} bytes
 * @param {readonly string[]} branch
 * @returns {Tensor[]}
 */
function tensor(bytes, branch) {
  const parts = [...fields(bytes)]
  const type = parts.find((part) => part.number === tensorField.type)
  const raw = parts.find((part) => part.number === tensorField.raw)
  if (type?.value !== float32 || raw === undefined) return []
  const name = text(parts.find((part) => part.number === tensorField.name))
  const dims = parts.filter((part) => part.number === tensorField.dims).flatMap(numbers)
  const values = floats(message(raw))
  const size = dims.reduce((product, dim) => product * dim, 1)
  if (values.length !== size) {
    throw new Error(`The ONNX tensor ${name} holds ${values.length} numbers instead of ${size}.`)
  }
  return [{ name, branch: branch.join('/'), dims, values }]
}

/**
 * Little-endian on every machine, and free of the file's alignment.
 * @param {Uint8Array} bytes
 */
function floats(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) =>
    view.getFloat32(i * 4, true),
  )
}

/** A repeated number is one field each, or packed into one. @param {Field} field */
function numbers({ value }) {
  if (typeof value === 'number') return [value]
  const list = []
  for (let at = 0; at < value.length;) {
    const [number, next] = varint(value, at)
    list.push(number)
    at = next
  }
  return list
}

/** @param {Field | undefined} field */
function text(field) {
  return field === undefined ? '' : new TextDecoder().decode(message(field))
}

/** @param {Field} field */
function message({ value }) {
  if (typeof value === 'number') throw new Error('The file is not an ONNX model.')
  return value
}

/**
 * @param {Uint8Array} bytes
 * @returns {Generator<Field>}
 */
function* fields(bytes) {
  for (let at = 0; at < bytes.length;) {
    const [key, start] = varint(bytes, at)
    const [value, next] = fieldValue(bytes, start, key & 7)
    yield { number: key >>> 3, value }
    at = next
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {number} kind the wire type: 0 number, 1 eight bytes, 2 length and bytes, 5 four bytes
 * @returns {[value: number | Uint8Array, next: number]}
 */
function fieldValue(bytes, at, kind) {
  if (kind === 0) return varint(bytes, at)
  if (kind !== 1 && kind !== 2 && kind !== 5) throw new Error('The file is not an ONNX model.')
  const [length, start] = kind === 2 ? varint(bytes, at) : [kind === 1 ? 8 : 4, at]
  if (start + length > bytes.length) throw cut()
  return [bytes.subarray(start, start + length), start + length]
}

/**
 * Exact up to 2^53; the sign of a negative number is lost, which no weight or size needs.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @returns {[value: number, next: number]}
 */
function varint(bytes, at) {
  let value = 0
  for (let i = 0; i < 10; i++) {
    const byte = bytes[at + i]
    if (byte === undefined) throw cut()
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return [value, at + i + 1]
  }
  throw new Error('The file is not an ONNX model.')
}

function cut() {
  return new Error('The ONNX file ends in the middle: it was cut, or is not an ONNX model.')
}

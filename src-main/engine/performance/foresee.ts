/**
 * How fast a Whisper model that is not here would be, from what the bundled one did on the same back end.
 *
 * Encoding grows with the multiplications of a window, writing with the weights that each token has to pass through
 * (transformer: 24 n d² + 4 n² d per layer for n positions of width d, of which 8 n d² are projections, 16 n d² the
 * feed-forward part and 4 n² d attention; a decoder layer has 12 d² weights and 4 d² for what it attends to).
 */

/** Widths and layers, as the models' makers publish them. */
interface Shape {
  readonly width: number
  readonly encoderLayers: number
  readonly decoderLayers: number
}

export interface Spent {
  readonly encodeMs: number
  readonly decodeMs: number
}

const positions = 1500
const vocabulary = 51_865

const bundled: Shape = { width: 128, encoderLayers: 4, decoderLayers: 4 }

/** The first that fits the id counts. */
const shapes: ReadonlyArray<readonly [pattern: RegExp, shape: Shape]> = [
  [/distil-small/, { width: 768, encoderLayers: 12, decoderLayers: 4 }],
  [/distil-medium/, { width: 1024, encoderLayers: 24, decoderLayers: 2 }],
  [/distil-large/, { width: 1280, encoderLayers: 32, decoderLayers: 2 }],
  [/turbo/, { width: 1280, encoderLayers: 32, decoderLayers: 4 }],
  [/whisper-tiny/, { width: 384, encoderLayers: 4, decoderLayers: 4 }],
  [/whisper-base/, { width: 512, encoderLayers: 6, decoderLayers: 6 }],
  [/whisper-small/, { width: 768, encoderLayers: 12, decoderLayers: 12 }],
  [/whisper-medium/, { width: 1024, encoderLayers: 24, decoderLayers: 24 }],
  [/whisper-large/, { width: 1280, encoderLayers: 32, decoderLayers: 32 }],
]

/** Seconds of sound in a second, decoded as the clip was; null for a model whose shape is not known. */
export function foreseenSpeed(modelId: string, spent: Spent, clipMs: number): number | null {
  const shape = shapes.find(([pattern]) => pattern.test(modelId))?.[1]
  if (!shape) return null
  const encodeMs = spent.encodeMs * (encoderWork(shape) / encoderWork(bundled))
  const decodeMs = spent.decodeMs * (decoderWeights(shape) / decoderWeights(bundled))
  return clipMs / Math.max(encodeMs + decodeMs, 0.01)
}

function encoderWork({ width: d, encoderLayers }: Shape): number {
  return encoderLayers * (24 * positions * d ** 2 + 4 * positions ** 2 * d)
}

function decoderWeights({ width: d, decoderLayers }: Shape): number {
  return decoderLayers * 16 * d ** 2 + vocabulary * d
}

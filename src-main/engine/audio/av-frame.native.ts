/** The samples of a frame that FFmpeg decoded, whatever their format. */
import {
  AV_SAMPLE_FMT_DBL,
  AV_SAMPLE_FMT_DBLP,
  AV_SAMPLE_FMT_FLT,
  AV_SAMPLE_FMT_FLTP,
  AV_SAMPLE_FMT_S16,
  AV_SAMPLE_FMT_S16P,
  AV_SAMPLE_FMT_S32,
  AV_SAMPLE_FMT_S32P,
  AV_SAMPLE_FMT_U8,
  AV_SAMPLE_FMT_U8P,
} from 'node-av/constants'
import type { Frame } from 'node-av/lib'
import { decodePcm } from './pcm.ts'

type Width = readonly [encoding: 'integer' | 'float', bytesPerSample: number]

const interleaved = new Map<number, Width>([
  [AV_SAMPLE_FMT_U8, ['integer', 1]],
  [AV_SAMPLE_FMT_S16, ['integer', 2]],
  [AV_SAMPLE_FMT_S32, ['integer', 4]],
  [AV_SAMPLE_FMT_FLT, ['float', 4]],
  [AV_SAMPLE_FMT_DBL, ['float', 8]],
])

const planar = new Map<number, Width>([
  [AV_SAMPLE_FMT_U8P, ['integer', 1]],
  [AV_SAMPLE_FMT_S16P, ['integer', 2]],
  [AV_SAMPLE_FMT_S32P, ['integer', 4]],
  [AV_SAMPLE_FMT_FLTP, ['float', 4]],
  [AV_SAMPLE_FMT_DBLP, ['float', 8]],
])

/** One array per channel, copied: the frame's memory is used again for the next one. */
export function channelsOf(frame: Frame): Float32Array[] {
  const { format, channels, nbSamples } = frame
  const planes = frame.extendedData ?? frame.data ?? []
  const together = interleaved.get(format)
  if (together) {
    const [encoding, bytesPerSample] = together
    const bytes = planes[0]?.subarray(0, nbSamples * channels * bytesPerSample)
    return bytes ? decodePcm(bytes, { encoding, bytesPerSample, channels }) : []
  }
  const apart = planar.get(format)
  if (!apart) throw new Error(`Unknown sample format ${format}.`)
  const [encoding, bytesPerSample] = apart
  return planes.slice(0, channels).flatMap((plane) =>
    // Planes are padded at their end.
    decodePcm(plane.subarray(0, nbSamples * bytesPerSample), {
      encoding,
      bytesPerSample,
      channels: 1,
    }),
  )
}

/** Turns interleaved little-endian samples of any width into one Float32 array per channel, full scale at ±1. */

export interface PcmFormat {
  readonly encoding: 'integer' | 'float'
  readonly bytesPerSample: number
  readonly channels: number
}

/** `bytes` holds whole frames. */
export function decodePcm(bytes: Uint8Array, format: PcmFormat): Float32Array[] {
  const { bytesPerSample, channels } = format
  const frames = Math.floor(bytes.length / (bytesPerSample * channels))
  const read = sampleReader(bytes, format)
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(frames)
    for (let i = 0, at = channel; i < frames; i++, at += channels) samples[i] = read(at)
    return samples
  })
}

/** Reads the n-th sample of all channels counted together. */
function sampleReader(bytes: Uint8Array, format: PcmFormat): (index: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (format.encoding === 'float') {
    if (format.bytesPerSample === 8) return (i) => finite(view.getFloat64(i * 8, true))
    return (i) => finite(view.getFloat32(i * 4, true))
  }
  switch (format.bytesPerSample) {
    case 1:
      return (i) => ((bytes[i] ?? 128) - 128) / 128
    case 2:
      return (i) => view.getInt16(i * 2, true) / 32_768
    case 3:
      return (i) => (view.getUint16(i * 3, true) | (view.getInt8(i * 3 + 2) << 16)) / 8_388_608
    default:
      return (i) => view.getInt32(i * 4, true) / 2_147_483_648
  }
}

/** Broken float files hold values that are no numbers; they must not spread through the filters. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openAvFile } from './av-file.native.ts'
import { SAMPLE_RATE } from './frames.ts'
import { mp3Encoder } from './mp3-encoder.native.ts'

/** Of 32 kbit/s at 16 kHz. */
const frameBytes = 144
const clickAt = 8000

/** Two seconds of nothing, with one loud moment. */
function click(): Int16Array {
  const samples = new Int16Array(2 * SAMPLE_RATE)
  for (let at = 0; at < 40; at++) samples[clickAt + at] = at % 2 === 0 ? 20_000 : -20_000
  return samples
}

/** Handed over in pieces of no particular length. */
function encoded(samples: Int16Array): { readonly bytes: Buffer; readonly leadMs: number } {
  using encoder = mp3Encoder()
  if (!encoder) throw new Error('There is no encoder.')
  const parts: Uint8Array[] = []
  for (let at = 0; at < samples.length; at += 7001)
    parts.push(encoder.encode(samples.subarray(at, at + 7001)))
  return { bytes: Buffer.concat([...parts, encoder.end()]), leadMs: encoder.leadMs }
}

it('makes frames of one size, of which none needs the one before it', () => {
  const { bytes } = encoded(click())
  expect(bytes.length % frameBytes).toBe(0)
  for (let at = 0; at < bytes.length; at += frameBytes) {
    expect(bytes.readUInt16BE(at)).toBe(0xff_f3)
    // How far back the sound of the frame begins.
    expect(bytes[at + 4]).toBe(0)
  }
})

it('says by how much a place lies later in the file', async () => {
  const { bytes, leadMs } = encoded(click())
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-mp3-'))
  try {
    const path = join(folder, 'click.mp3')
    await writeFile(path, bytes)
    await using file = await openAvFile(path, 'click')
    const heard: number[] = []
    for await (const event of file?.events() ?? [])
      if (event.type === 'block') heard.push(...(event.block.channels[0] ?? []))
    const loud = heard.findIndex((sample) => Math.abs(sample) > 0.2)
    const wanted = clickAt + (leadMs * SAMPLE_RATE) / 1000
    expect(Math.abs(loud - wanted)).toBeLessThan(SAMPLE_RATE / 100)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

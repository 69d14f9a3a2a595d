/** Decoded blocks in other sizes: small ones for real pace, large ones where each costs a write. */
import type { DecodedBlock } from './decoder.ts'

/** Times of neighbouring blocks are rounded; within this difference they join. */
const SEAM_SECONDS = 0.02

const framesOf = (block: DecodedBlock): number => block.channels[0]?.length ?? 0

/** The time at which a block ends. */
export function endOf(block: DecodedBlock): number {
  return block.atSeconds + framesOf(block) / block.sampleRate
}

/** The same sound in pieces of at most this many seconds. */
export function cutBlock(block: DecodedBlock, seconds: number): DecodedBlock[] {
  const { atSeconds, sampleRate, channels } = block
  const step = Math.max(1, Math.round(sampleRate * seconds))
  return Array.from({ length: Math.ceil(framesOf(block) / step) }, (_, i) => ({
    atSeconds: atSeconds + (i * step) / sampleRate,
    sampleRate,
    channels: channels.map((channel) => channel.subarray(i * step, (i + 1) * step)),
  }))
}

/** Whether `next` follows on these blocks without a seam that could be heard. */
export function followsOn(run: readonly DecodedBlock[], next: DecodedBlock): boolean {
  const last = run.at(-1)
  return (
    last !== undefined &&
    next.sampleRate === last.sampleRate &&
    next.channels.length === last.channels.length &&
    Math.abs(next.atSeconds - endOf(last)) <= SEAM_SECONDS
  )
}

/** One block out of several that follow on each other; there is at least one. */
export function joinBlocks(run: readonly DecodedBlock[]): DecodedBlock {
  const [first] = run
  if (!first) throw new RangeError('There is nothing to join.')
  const frames = run.reduce((sum, block) => sum + framesOf(block), 0)
  const channels = first.channels.map((_, index) => {
    const joined = new Float32Array(frames)
    let at = 0
    for (const block of run) {
      joined.set(block.channels[index] ?? [], at)
      at += framesOf(block)
    }
    return joined
  })
  return { ...first, channels }
}

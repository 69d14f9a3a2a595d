import type { TrackReader } from './track-file.node.ts'

interface Sealing {
  readonly isSealed: () => boolean
  readonly openSealed: () => Promise<TrackReader>
}

/**
 * A plain track that somebody may seal while it is read. The plain file is destroyed only once the sealed one counts, so
 * what was read before that moment is what was recorded; anything else is read again.
 */
export function sealedMeanwhile(
  plain: TrackReader,
  { isSealed, openSealed }: Sealing,
): TrackReader {
  let opening: Promise<TrackReader> | null = null
  let sealed: TrackReader | null = null
  const now = (): TrackReader => sealed ?? plain
  return {
    length: () => now().length(),
    async read(from, to) {
      if (!opening) {
        const samples = await plain.read(from, to)
        if (!isSealed()) return samples
      }
      sealed = await (opening ??= openSealed())
      return sealed.read(from, to)
    },
    damage: () => now().damage(),
    async close() {
      await plain.close()
      await (await opening?.catch(() => null))?.close()
    },
  }
}

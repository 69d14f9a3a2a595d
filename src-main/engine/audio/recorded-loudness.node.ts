/**
 * How loud each track of a recording is, kept beside its sound (`<track>.peaks`) once it was read, because reading
 * three hours takes seconds on a slow disk. The sound is only ever appended to, so what is kept stays true.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { TrackName } from '#contract/transcript.ts'
import { seal, unseal } from '../keys/seal.ts'
import { noteDamage } from './damage.node.ts'
import { systemCode } from './file-failure.ts'
import { BLOCK, loudestOf } from './loudest.ts'
import { followFolder } from './recorded-folder.node.ts'
import { type Locking, loudnessPath, soundKey } from './recording-form.node.ts'

/** Samples read at once: a fraction of a millisecond to go through. */
const AT_ONCE = 160 * BLOCK
/** What is less new than this is not worth a write: ten seconds. */
const WORTH_KEEPING = 200

export type Loudness = ReadonlyMap<TrackName, Uint8Array>

/** The loudest sample of each block so far, as `loudestOf` tells it. */
export async function loudnessOfFolder(
  folder: string,
  keeping: { readonly locking: Locking; readonly nowMs: () => number },
): Promise<Loudness> {
  const followed = await followFolder(folder, keeping.locking)
  await using sound = followed.sound
  const form = await followed.form()
  const found = new Map<TrackName, Uint8Array>()
  for (const track of sound.tracks) {
    const file: Kept = { path: loudnessPath(form, track), key: soundKey(form), track }
    const blocks = Math.floor(sound.length(track) / BLOCK)
    const kept = (await readKept(file)).subarray(0, blocks)
    const loudness = new Uint8Array(blocks)
    loudness.set(kept)
    for (let at = kept.length; at < blocks; at += AT_ONCE / BLOCK) {
      const to = Math.min(at + AT_ONCE / BLOCK, blocks)
      loudness.set(loudestOf(await sound.read(track, at * BLOCK, to * BLOCK)), at)
    }
    if (blocks - kept.length >= WORTH_KEEPING) await keep(file, loudness)
    found.set(track, loudness)
  }
  // Whoever reads all of it finds all that is damaged; nobody else would tell before it is heard.
  if (await followed.isOver()) await noteDamage(form, { files: followed.files, ...keeping })
  return found
}

interface Kept {
  readonly path: string
  readonly track: TrackName
  /** Null beside plain sound. */
  readonly key: Uint8Array | null
}

const placeOf = (track: TrackName): string => `loudness of ${track}`

/** What is damaged is read again from the sound. */
async function readKept({ path, key, track }: Kept): Promise<Uint8Array> {
  try {
    const bytes = await readFile(path)
    return key ? (unseal(key, bytes, placeOf(track)) ?? new Uint8Array(0)) : bytes
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return new Uint8Array(0)
    throw error
  }
}

/** Another program may do the same at this moment, and a disk may be full or read-only: then it is read again next time. */
async function keep({ path, key, track }: Kept, loudness: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}`
  try {
    await writeFile(draft, key ? seal(key, loudness, placeOf(track)) : loudness, { mode: 0o600 })
    await rename(draft, path)
  } catch (error) {
    if (systemCode(error) === null) throw error
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

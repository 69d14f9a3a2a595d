/**
 * After another store took the place of the last: recordings without a meeting become meetings again. They are to be
 * finished, so that their sound is read once more.
 */
import { statSync } from 'node:fs'
import type { MeetingId } from '#contract/ids.ts'
import { AppError } from '#contract/errors.ts'
import type { Parts } from './parts.ts'
import { titleFor } from './session/title.ts'
import { chosenSettings } from './settings-commands.ts'

type RemakeParts = Pick<Parts, 'keeping' | 'log' | 'damage'> & {
  readonly modelFiles: Pick<Parts['modelFiles'], 'preferred'>
}

const devices = { kind: 'both', microphoneId: null, systemId: null } as const

export async function remakeMeetings(parts: RemakeParts): Promise<void> {
  const { keeping, damage, log } = parts
  if (!damage.isRemakeDue()) return
  const joined = new Set(keeping.store.joinings.unfinished().map(({ meetingId }) => meetingId))
  let made = 0
  for (const id of await keeping.recordings.list()) {
    if (keeping.store.retention.isKept(id) || joined.has(id)) continue
    using claim = keeping.claim(id)
    if (!claim) continue
    try {
      await remake(parts, id)
      made += 1
    } catch (error) {
      // Without sound there is nothing to make a meeting of; the folder stays.
      if (!(error instanceof AppError)) log.bug('meeting.unmade', error)
    }
  }
  for (const id of keeping.store.meetings.withoutBeginning()) tellBeginning(parts, id)
  damage.remade(made)
  log.info('meetings.remade', { meetings: made })
}

async function remake(parts: RemakeParts, id: MeetingId): Promise<void> {
  const { store, recordings } = parts.keeping
  const lengths = await lengthsOf(parts, id)
  const startedAtMs = beganAtMs(recordings.folderOf(id))
  const { speechModel } = chosenSettings(store.settings)
  const model = await parts.modelFiles.preferred(speechModel)
  store.transaction(() => {
    store.meetings.create({
      id,
      title: titleFor(devices, startedAtMs),
      startedAtMs,
      language: 'auto',
      model: model?.id ?? 'auto',
      tracks: [...lengths.keys()],
      source: devices,
      vocabulary: [],
    })
    for (const [track, samples] of lengths) store.meetings.grow(id, track, samples)
    store.meetings.setState(id, 'interrupted')
  })
}

async function lengthsOf({ keeping }: RemakeParts, id: MeetingId) {
  await using sound = await keeping.recordings.open(id)
  return new Map(sound.tracks.map((track) => [track, sound.length(track)]))
}

/** A meeting whose text is here and whose own row was lost. */
function tellBeginning({ keeping: { store, recordings } }: RemakeParts, id: MeetingId): void {
  const startedAtMs = beganAtMs(recordings.folderOf(id))
  store.meetings.begin(id, startedAtMs, titleFor(devices, startedAtMs))
}

/** A folder is made when its meeting begins. */
function beganAtMs(folder: string): number {
  const { birthtimeMs = 0, mtimeMs = 0 } = statSync(folder, { throwIfNoEntry: false }) ?? {}
  return Math.floor(birthtimeMs || mtimeMs || Date.now())
}

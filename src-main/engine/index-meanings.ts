/** Reads what finished meetings mean, passage for passage, while nothing is recorded. What a kill broke off goes on. */
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import { cutPassages } from './ask/cut-passages.ts'
import { type ChosenLanguageModel, chosenLanguageModel } from './language-choice.ts'
import type { Parts } from './parts.ts'

export interface IndexingMeanings extends AsyncDisposable {
  /** Looks for what is to be done when something happened that may have made some. */
  note(event: EngineEvent): void
  /** Does what is to be done now; resolves when nothing is left, or nothing can be done. */
  run(): Promise<void>
}

type World = Pick<Parts, 'modelFiles' | 'languageModel' | 'clock' | 'log' | 'keeping'>

/** So long after a change, in milliseconds: others who wait for the same event go first. */
const calmMs = 5_000
/** Kept together: what a kill can take back. */
const batch = 16
/** Removing is done in steps, so that nothing else waits long. */
const forgottenAtOnce = 500

export function indexingMeanings(world: World): IndexingMeanings {
  const { store } = world.keeping
  const leaving = new AbortController()
  let waiting: (() => void) | null = null
  let under = Promise.resolve()

  function run(): Promise<void> {
    under = under
      .then(() => indexAll(world, leaving.signal))
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return
        if (error instanceof AppError) world.log.warn('meanings.failed', { code: error.code })
        else world.log.bug('meanings.failed', error)
      })
    return under
  }

  return {
    note(event) {
      if (store.readOnly || leaving.signal.aborted || !mayAsk(event)) return
      waiting?.()
      waiting = world.clock.later(calmMs, () => {
        waiting = null
        void run()
      })
    },
    run,
    async [Symbol.asyncDispose]() {
      waiting?.()
      leaving.abort(new AppError('cancelled', 'The program ends.'))
      await under
    },
  }
}

function mayAsk({ type }: EngineEvent): boolean {
  return (
    type === 'meeting.stopped' ||
    type === 'segment.committed' ||
    type === 'segments.revised' ||
    type === 'meeting.restored' ||
    type === 'meeting.merged' ||
    type === 'settings.changed' ||
    type === 'model.progressed'
  )
}

async function indexAll(world: World, signal: AbortSignal): Promise<void> {
  const { store } = world.keeping
  if (store.readOnly || store.passages.problem !== null) return
  const choice = await chosenLanguageModel(world, 'embedding', null)
  if ('without' in choice) return
  while (store.passages.forgetOthers(choice.id, forgottenAtOnce)) await pause(world, signal)
  // What cannot be finished now, because its text changes meanwhile, has its turn after the next change.
  for (const meetingId of store.passages.coverage(choice.id).missing) {
    signal.throwIfAborted()
    if (!(await indexMeeting(world, choice, meetingId, signal))) return
  }
}

/** False: somebody records, and it goes on when that is over. */
async function indexMeeting(
  { keeping: { store }, languageModel }: World,
  { id, path }: ChosenLanguageModel,
  meetingId: MeetingId,
  signal: AbortSignal,
): Promise<boolean> {
  const passages = cutPassages(store.segments.ofMeeting(meetingId))
  const known = store.passages.known(meetingId, id)
  const missing = passages.filter(({ fingerprint }) => !known.has(fingerprint))
  for (let from = 0; from < missing.length; from += batch) {
    if (store.meetings.withState('live').length > 0) return false
    const some = missing.slice(from, from + batch)
    const texts = some.map(({ text }) => text)
    const vectors = await languageModel.embed(path, texts, 'passage', signal)
    signal.throwIfAborted()
    const read = some.flatMap((passage, place) => {
      const vector = vectors[place]
      return vector ? [{ ...passage, vector }] : []
    })
    store.passages.add(meetingId, id, read)
  }
  const fingerprints = cutPassages(store.segments.ofMeeting(meetingId)).map((of) => of.fingerprint)
  const there = store.passages.known(meetingId, id)
  if (fingerprints.every((fingerprint) => there.has(fingerprint)))
    store.passages.finish(meetingId, id, fingerprints)
  return true
}

async function pause({ clock }: World, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => clock.later(20, resolve))
  signal.throwIfAborted()
}

/** A real engine with meetings whose text was never spoken: it is put into the store as recognition would have done. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MeetingId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { Engine } from '#engine/engine.ts'
import type { LanguageModel } from '#engine/language/language-model.ts'
import type { Parts } from '#engine/parts.ts'
import { RECOGNITION } from '#engine/store/reader-positions.ts'
import type { Store } from '#engine/store/store.ts'
import { assemble } from '../assemble.ts'
import { tinyLanguageModel } from './tiny-language.ts'

export interface KeptMeetings extends AsyncDisposable {
  readonly api: Engine['api']
  readonly subscribe: Engine['subscribe']
  readonly data: string
  /** The real parts that the engine is made of. */
  readonly parts: Parts
  /** The id by which a language model can be named; null: there is none. */
  readonly model: string | null
  keep(text: KeptText): MeetingId
}

export interface KeptText {
  readonly segments: readonly Segment[]
  readonly language: string
  readonly title?: string
  readonly startedAtMs?: number
  /** Default: all of them. */
  readonly tracks?: readonly TrackName[]
  /** Default: `done`. */
  readonly state?: 'live' | 'done'
}

/** Over a folder of its own that goes with it. What a language model would say is said by `languageModel`. */
export async function keptMeetings(languageModel: LanguageModel | null): Promise<KeptMeetings> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-understand-'))
  let parts: Parts | null = null
  const engine = await assemble({
    dataFolder: data,
    adapt: (real) => {
      parts = languageModel ? { ...real, languageModel } : real
      return parts
    },
  })
  const made = parts as Parts | null
  if (!made) throw new Error('The engine was made of no parts.')
  const added = languageModel && (await engine.api['model.add']({ path: tinyLanguageModel() }))
  return {
    api: engine.api,
    subscribe: engine.subscribe,
    data,
    parts: made,
    model: added?.id ?? null,
    keep: (text) => keepText(made.keeping.store, text),
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]()
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export function keepText(
  store: Store,
  {
    segments,
    language,
    title = '',
    startedAtMs = Date.UTC(2026, 2, 2, 9),
    tracks = ['me', 'them', 'mix'],
    state = 'done',
  }: KeptText,
): MeetingId {
  const id = MeetingId.parse(randomUUID())
  const about = { id, title, startedAtMs, language, model: 'bench' }
  store.meetings.create({
    ...about,
    tracks,
    source: null,
    vocabulary: [],
  })
  store.transaction(() => {
    for (const segment of segments) {
      const { track, endMs } = segment
      store.meetings.grow(id, track, endMs * 16)
      store.segments.commit(id, [segment], { track, reader: RECOGNITION, toSample: endMs * 16 })
    }
  })
  if (state === 'done') store.meetings.setState(id, 'done')
  return id
}

/** Lets the language model read what it has not read of a meeting; what it cannot do, the rules have done already. */
import { AppError } from '#contract/errors.ts'
import type { FollowedMeeting } from './followed-meeting.ts'
import { type NoteTaker, noteTaker } from './insights/note-portions.ts'
import type { ChosenLanguageModel } from './language-choice.ts'
import type { InsightWork } from './insight-work.ts'
import type { Noted } from './understand-text.ts'

/** One reader of each meeting while it is followed, so that its conversation goes on. */
const takers = new WeakMap<FollowedMeeting, { readonly model: string; readonly taker: NoteTaker }>()

type Noting = readonly [
  work: InsightWork,
  meeting: FollowedMeeting,
  model: ChosenLanguageModel,
  noted: (noted: Noted) => unknown,
]

export async function noteByModel(...[work, meeting, model, noted]: Noting): Promise<void> {
  const { signal } = meeting.leaving
  const taker = takerOf(work, meeting, model)
  try {
    const unread = meeting.unread()
    for await (const portion of taker.take(unread, signal)) {
      meeting.readByModel(portion.read)
      noted({ ...portion, model: model.id, without: null })
    }
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof AppError)) work.parts.log.bug('insights.unnoted', error)
    takers.delete(meeting)
    meeting.modelFailed = true
    const why = error instanceof AppError ? error.message : 'The language model failed.'
    noted({ without: why })
  }
}

/** The whole of it; what was noted before counts until all of that is there. */
export async function noteAnew(...[work, meeting, model, noted]: Noting): Promise<void> {
  const all: Noted[] = []
  takers.delete(meeting)
  await noteByModel(work, meeting, model, (some) => all.push(some))
  const failed = all.find(({ without }) => without !== null)
  if (meeting.leaving.signal.aborted) return
  noted(
    failed ?? {
      model: model.id,
      without: null,
      dropped: all.reduce((sum, { dropped = 0 }) => sum + dropped, 0),
      findings: all.flatMap(({ findings = [] }) => findings),
      read: 'all',
    },
  )
}

function takerOf(
  { parts, resolveDue }: InsightWork,
  meeting: FollowedMeeting,
  model: ChosenLanguageModel,
): NoteTaker {
  const known = takers.get(meeting)
  if (known?.model === model.path) return known.taker
  const startedAt = parts.keeping.store.meetings.read(meeting.id)?.startedAt ?? ''
  const said = { startedAtMs: Date.parse(startedAt), language: meeting.language() }
  const taker = noteTaker({
    languageModel: parts.languageModel,
    modelPath: model.path,
    conversation: `insights ${meeting.id}`,
    resolve: resolveDue(said),
  })
  takers.set(meeting, { model: model.path, taker })
  return taker
}

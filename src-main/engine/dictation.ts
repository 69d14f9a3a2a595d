/** Speech that becomes text for another place: a meeting of which nobody is told and nothing is kept. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { beginMeeting } from './begin-meeting.ts'
import type { Work } from './launch-meeting.ts'
import { chosenModel, refuseLanguage } from './model-choice.ts'
import type { Keeping } from './parts.ts'
import type { MeetingRun } from './run-meeting.ts'

interface Dictation {
  readonly run: MeetingRun
  readonly scratch: Keeping & AsyncDisposable
}

type Command = 'dictation.start' | 'dictation.stop'

/** A dictation that nobody ends (whoever began it may be gone) stops hearing after so much silence. */
const forgottenMs = 60_000

export function dictation(
  shared: Pick<Work, 'parts' | 'turns' | 'isOpen'>,
): AsyncDisposable & { readonly api: Pick<EngineApi, Command> } {
  const { parts } = shared
  const work: Work = { ...shared, tell: () => {}, begun: () => {}, afterwards: () => {} }
  let current: Promise<Dictation> | null = null

  async function begin(wish: Parameters<EngineApi['dictation.start']>[0]): Promise<Dictation> {
    // Side by side: whoever holds the keys speaks at once.
    const [chosen, opened] = await Promise.allSettled([
      chosenModel(parts, wish.model),
      parts.openScratch(),
    ])
    if (opened.status === 'rejected') throw opened.reason
    const scratch = opened.value
    try {
      if (chosen.status === 'rejected') throw chosen.reason
      const model = chosen.value
      refuseLanguage(model, wish.language)
      const run = await beginMeeting(work, {
        keeping: scratch,
        choice: { kind: 'microphone', deviceId: null },
        title: null,
        model,
        language: wish.language,
        style: 'live',
        stopAfterSilenceMs: forgottenMs,
        finalPass: 'off',
        vocabulary: [],
      })
      return { run, scratch }
    } catch (error) {
      await scratch[Symbol.asyncDispose]()
      throw error
    }
  }

  /** What was said; the sound and the text of it are gone when this answers. */
  async function end({ run, scratch }: Dictation): Promise<string> {
    try {
      run.stop('asked')
      const { failure } = await run.over
      const spoken = scratch.store.meetings.transcript(run.meetingId)?.segments ?? []
      const text = spoken.map((segment) => segment.text.trim()).join(' ')
      if (failure && text === '') throw failure
      return text
    } finally {
      await scratch[Symbol.asyncDispose]()
    }
  }

  return {
    api: {
      async 'dictation.start'(wish) {
        if (current) throw new AppError('meeting_busy', 'Dictation is going on already.')
        const beginning = begin(wish)
        current = beginning
        await beginning.catch((error: unknown) => {
          if (current === beginning) current = null
          throw error
        })
        return null
      },
      async 'dictation.stop'() {
        const dictating = current
        current = null
        if (!dictating) throw new AppError('not_listening', 'Nothing is being dictated.')
        return { text: await end(await dictating) }
      },
    },
    async [Symbol.asyncDispose]() {
      const dictating = await current?.catch(() => null)
      current = null
      if (!dictating) return
      dictating.run.leave()
      await dictating.run.over
      await dictating.scratch[Symbol.asyncDispose]()
    },
  }
}

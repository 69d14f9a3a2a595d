import type { CommandInput } from '#contract/commands.ts'
import { describeTrack } from '#contract/describe-account.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent, StopReason } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { FinalPass } from '#contract/refining.ts'
import { chooseSource, type SourceOptions } from './choose-source.ts'
import { type Context, type Engine, inputFor } from './context.ts'
import { durationOption } from './duration.ts'
import { exitCodes } from './exit-codes.ts'
import { followRefining } from './follow-refining.ts'
import { liveLines } from './live-lines.ts'
import { steerByKeys } from './steer-by-keys.ts'
import { vocabularyOption } from './vocabulary.ts'

export interface RecordOptions extends SourceOptions {
  readonly for?: string
  readonly stopAfterSilence?: string
  readonly title?: string
  readonly model?: string
  readonly language?: string
  /** Names and terms of this meeting, separated by commas. */
  readonly vocabulary?: string
  readonly events?: boolean
  /** `budget`, `whole`, or not at all; missing: as in the settings. */
  readonly finalPass?: string | false
}

/** A shorter silence is a pause between two sentences. */
const leastSilenceMs = 10_000

/** Listens until the sound ends, the time is over, or somebody stops it. */
export async function record(options: RecordOptions, context: Context): Promise<number> {
  const { terminal, json } = context
  const forMs = durationOption('--for', options.for)
  const silenceMs = silenceOf(options.stopAfterSilence)
  const vocabulary = vocabularyOption(options.vocabulary)
  // Asked without devices first, so that a mistake costs no time.
  if (!options.microphone && !options.system) await chooseSource(options, async () => [])
  await using engine = await context.openEngine('write')
  const input = inputFor('meeting.start', {
    source: await chooseSource(options, () => engine.api['device.list']({})),
    title: options.title ?? null,
    model: options.model ?? null,
    language: options.language ?? null,
    stopAfterSilenceMs: silenceMs,
    finalPass: finalPassOf(options.finalPass),
    vocabulary,
  })
  if (options.events) engine.subscribe((event) => terminal.result(JSON.stringify(event)))
  else engine.subscribe(liveLines(terminal, !json))
  const heard = await listen(engine, input, { ...context, forMs })
  await heard.improved
  return tellEnd(engine, heard, options, context)
}

/** Null: as in the settings; 0: never. */
function silenceOf(typed: string | undefined): number | null {
  return typed === 'never' ? 0 : durationOption('--stop-after-silence', typed, leastSilenceMs)
}

function finalPassOf(typed: string | false | undefined): FinalPass | null {
  if (typed === undefined) return null
  if (typed === false) return 'off'
  if (typed === 'budget') return 'within_budget'
  if (typed === 'whole') return 'whole'
  throw new AppError('invalid_input', '--final-pass takes budget or whole.')
}

interface Heard {
  readonly meeting: Meeting
  readonly reason: StopReason
  /** Resolves when the text is no longer being improved. */
  readonly improved: Promise<void>
}

async function listen(
  engine: Engine,
  input: CommandInput<'meeting.start'>,
  { terminal, interrupted, forMs, ...context }: Context & { readonly forMs: number | null },
): Promise<Heard> {
  const over = Promise.withResolvers<Omit<Heard, 'improved'>>()
  // Told before the end of the meeting, where it is to be read again.
  const improving = followRefining(engine)
  engine.subscribe((event: EngineEvent) => {
    if (event.type === 'meeting.stopped') over.resolve(event)
  })
  const { id: meetingId } = await engine.api['meeting.start'](input)
  const stop = (): void => {
    // A failure of the meeting is told by its own events.
    void engine.api['meeting.stop']({ meetingId }).catch(() => {})
  }
  interrupted.addEventListener('abort', stop, { once: true })
  if (interrupted.aborted) stop()
  const timer = forMs === null ? null : setTimeout(stop, forMs)
  using _keys = steerByKeys(
    engine,
    { meetingId, stop, isFile: input.source.kind === 'file' },
    terminal,
  )
  const heard = await over.promise
  if (timer) clearTimeout(timer)
  const improved = improving.over(meetingId, () => context.interruptedAgain())
  return { ...heard, improved }
}

async function tellEnd(
  engine: Engine,
  { meeting, reason }: Heard,
  { events }: RecordOptions,
  { terminal, interrupted, json }: Context,
): Promise<number> {
  const meetingId: MeetingId = meeting.id
  const failed = reason === 'failed'
  // A source that failed before its first sample has left nothing.
  if (failed && meeting.durationMs === 0) return exitCodes.failed
  const transcript = await engine.api['meeting.read']({ meetingId })
  if (json && !events) terminal.result(JSON.stringify(transcript, null, 2))
  for (const track of transcript.tracks) terminal.say(describeTrack(track))
  terminal.say(`Kept as ${meetingId}. Read it again: rtstt show ${meetingId}`)
  if (interrupted.aborted) return exitCodes.interrupted
  return failed ? exitCodes.failed : exitCodes.done
}

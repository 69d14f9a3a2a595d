import { AppError } from '#contract/errors.ts'
import type { Meeting } from '#contract/meeting.ts'
import { type Context, inputFor } from './context.ts'
import { parseDuration } from './duration.ts'
import { exitCodes } from './exit-codes.ts'
import { liveLines } from './live-lines.ts'

export interface RecordOptions {
  readonly source: string
  readonly pace: string
  readonly for?: string
  readonly title?: string
  readonly model?: string
  readonly language: string
  readonly events?: boolean
  readonly splitChannels?: boolean
}

/** The longest time a timer can wait. */
const longestMs = 2 ** 31 - 1

/** Listens until the sound ends, the time is over, or somebody presses Ctrl+C. */
export async function record(options: RecordOptions, context: Context): Promise<number> {
  const { terminal, interrupted, json } = context
  const forMs = options.for === undefined ? null : parseDuration(options.for)
  if (options.for !== undefined && (forMs === null || forMs > longestMs))
    throw new AppError('invalid_input', '--for takes up to 24 days, such as 90s, 10m or 1h30m.')
  const input = inputFor('meeting.start', {
    source: sourceFrom(options),
    title: options.title ?? null,
    model: options.model ?? null,
    language: options.language,
    stopAfterSilenceMs: null,
  })

  await using engine = await context.openEngine('write')
  if (options.events) engine.subscribe((event) => terminal.result(JSON.stringify(event)))
  else engine.subscribe(liveLines(terminal, !json))

  const over = Promise.withResolvers<Meeting>()
  let failure: string | null = null
  engine.subscribe((event) => {
    if (event.type === 'meeting.warned' && event.code !== 'model_missing') failure = event.code
    if (event.type === 'meeting.stopped') over.resolve(event.meeting)
  })
  const { id: meetingId } = await engine.api['meeting.start'](input)
  // A failure of the meeting is told by its own events.
  const stop = (): void => void engine.api['meeting.stop']({ meetingId }).catch(() => {})
  interrupted.addEventListener('abort', stop, { once: true })
  if (interrupted.aborted) stop()
  const timer = forMs === null ? null : setTimeout(stop, forMs)

  const meeting = await over.promise
  if (timer) clearTimeout(timer)
  if (json && !options.events)
    terminal.result(JSON.stringify(await engine.api['meeting.read']({ meetingId }), null, 2))
  if (failure !== null && meeting.durationMs === 0) return exitCodes.failed
  terminal.say(`Kept as ${meetingId}. Read it again: rtstt show ${meetingId}`)
  if (interrupted.aborted) return exitCodes.interrupted
  return failure === null && meeting.state === 'done' ? exitCodes.done : exitCodes.failed
}

function sourceFrom({ source, pace, splitChannels }: RecordOptions): unknown {
  if (source.startsWith('file:')) {
    if (pace !== 'real' && pace !== 'fast')
      throw new AppError('invalid_input', '--pace is real or fast.')
    const path = source.slice('file:'.length)
    return { kind: 'file', path, pace, channels: splitChannels ? 'split' : 'mix' }
  }
  if (source === 'mic') return { kind: 'microphone', deviceId: null }
  if (source === 'system') return { kind: 'system', deviceId: null }
  if (source === 'both') return { kind: 'both', microphoneId: null, systemId: null }
  throw new AppError('invalid_input', '--source is system, mic, both or file:PATH.')
}

/**
 * The sound of meetings under the page's own scheme, at the address where the server has it. The shell opens no file: it
 * asks the engine for one piece after the other, over a port that lives as long as the answer.
 */
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { MeetingId } from '#contract/ids.ts'
import { TrackName } from '#contract/transcript.ts'
import { connect } from '#wire/connect.ts'
import type { ClosableChannel } from '#wire/memory-channel.ts'
import { type SoundAnswer, soundFile, type SoundWish } from '../sound-file.ts'
import { securityHeaders } from './content-policy.ts'

/** Null for an address at which no sound could be. */
export function soundWish({ url, headers }: Request): SoundWish | null {
  const { pathname, searchParams } = new URL(url)
  const [, id] = /^\/meetings\/([^/]+)\/sound$/.exec(pathname) ?? []
  const meetingId = MeetingId.safeParse(id)
  const track = TrackName.nullable().safeParse(searchParams.get('track'))
  if (!meetingId.success || !track.success) return null
  return { meetingId: meetingId.data, track: track.data, range: headers.get('range') }
}

/** Plays what is wished for; `openEngine` gives a new way to the engine each time. */
export function pageSounds(
  openEngine: () => ClosableChannel,
): (wish: SoundWish, method: string) => Promise<Response> {
  return async (wish, method) => {
    const channel = openEngine()
    const engine = connect(channel)
    try {
      const answer = await soundFile((input) => engine.call('meeting.clip', input), wish)
      const headers = { ...securityHeaders, ...answer.headers }
      if (method === 'HEAD') channel.close()
      const body = method === 'HEAD' ? null : streamOf(answer.body, channel.close)
      return new Response(body, { status: answer.status, headers })
    } catch (error) {
      channel.close()
      if (!(error instanceof AppError)) throw error
      const status = isNotThere(error.code) ? 404 : 503
      return new Response(error.message, { status, headers: securityHeaders })
    }
  }
}

/** Reads a piece when one is wanted; `end` is called once nobody wants any more, or nothing is left. */
function streamOf(
  pieces: SoundAnswer['body'],
  end: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(sink) {
      try {
        const next = await source.next()
        if (!next.done) return sink.enqueue(next.value)
        end()
        sink.close()
      } catch (error) {
        end()
        sink.error(error)
      }
    },
    cancel: end,
  })
}

function isNotThere(code: ErrorCode): boolean {
  return code === 'not_found' || code === 'file_missing'
}

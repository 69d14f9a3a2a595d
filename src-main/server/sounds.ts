/** The sound of meetings as files that a player reads in stretches. */
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { MeetingId } from '#contract/ids.ts'
import { TrackName } from '#contract/transcript.ts'
import type { Served } from '#wire/serve.ts'
import { soundFile } from '../sound-file.ts'

interface Asked {
  Params: { readonly id: string }
  Querystring: { readonly track?: string }
}

/** Answers `/meetings/:id/sound`, with `?track=me` one track of it alone. */
export function serveSounds(app: FastifyInstance, { api }: Served): void {
  app.route<Asked>({
    method: ['GET', 'HEAD'],
    url: '/meetings/:id/sound',
    handler: async ({ method, params, query, headers }, reply) => {
      const meetingId = MeetingId.safeParse(params.id)
      const track = TrackName.nullable().safeParse(query.track ?? null)
      if (!meetingId.success || !track.success) return reply.callNotFound()
      const wish = { meetingId: meetingId.data, track: track.data, range: headers.range ?? null }
      const answer = await soundFile(api['meeting.clip'], wish)
      reply.code(answer.status).headers(answer.headers)
      return reply.send(
        method === 'HEAD' ? null : Readable.from(answer.body, { objectMode: false }),
      )
    },
  })
}

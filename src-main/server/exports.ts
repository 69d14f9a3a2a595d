/** Exports of meetings as downloads. */
import type { FastifyInstance } from 'fastify'
import { ExportFormat, usualOptions } from '#contract/export.ts'
import { ExportId, MeetingId } from '#contract/ids.ts'
import type { Served } from '#wire/serve.ts'
import { attachment, withCharset } from './attachment.ts'

/** Answers `/meetings/:id/export/:format`. */
export function serveExports(app: FastifyInstance, { api }: Served): void {
  type Params = { readonly id: string; readonly format: string }
  app.get<{ Params: Params }>('/meetings/:id/export/:format', async ({ params }, reply) => {
    const { id, format } = params
    const meetingId = MeetingId.safeParse(id)
    const chosen = ExportFormat.safeParse(format)
    if (!meetingId.success || !chosen.success) return reply.callNotFound()
    const file = await api['meeting.export']({
      exportId: ExportId.parse(crypto.randomUUID()),
      meetingId: meetingId.data,
      format: chosen.data,
      options: usualOptions(chosen.data),
    })
    return reply
      .type(file.encoding === 'text' ? withCharset(file.mediaType) : file.mediaType)
      .header('content-disposition', attachment(file.fileName))
      .header('cache-control', 'no-store')
      .send(Buffer.from(file.content, file.encoding === 'text' ? 'utf8' : 'base64'))
  })
}

import { AppError } from '#contract/errors.ts'
import { pageFolder } from '../page-folder.ts'
import { startServer } from '../server/http.ts'
import { tellAddress } from '../server/told-address.ts'
import { ownToken } from '../server/token-file.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { liveLines } from './live-lines.ts'
import { openBrowser } from './open-browser.ts'
import { aborted } from './serve.ts'

const usualPort = 4117

/** Plays the sample meeting through the whole chain at the pace it was spoken, and leaves the page open. */
export async function demo(context: Context): Promise<number> {
  const { terminal, interrupted, data } = context
  await using engine = await context.openEngine('write')
  const token = ownToken(data)
  const serveAt = (port: number) =>
    startServer({ engine, pageFolder, host: '127.0.0.1', port, token })
  const server = await serveAt(usualPort).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'port_in_use') return serveAt(0)
    throw error
  })
  // Also where something fails from here on: what still listens would keep the program alive without its engine.
  await using _listening = { [Symbol.asyncDispose]: () => server.close() }
  const forget = tellAddress(data, server.url, server.here)
  const watchAt = server.entryAddress('/live')
  terminal.say(`Two voices of a sample meeting, as they speak. Watch it at ${watchAt}\n`)
  const showLive = liveLines(terminal, true)
  const over = Promise.withResolvers<void>()
  engine.subscribe((event) => {
    if (event.type !== 'meeting.warned') showLive(event)
    else if (event.code !== 'model_missing') terminal.say(`Warning: ${event.message}`)
    if (event.type === 'meeting.stopped') over.resolve()
  })
  const { id: meetingId } = await engine.api['meeting.start']({
    source: { kind: 'sample' },
    title: 'Sample meeting',
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs: null,
    finalPass: 'off',
    vocabulary: [],
  })
  const tidy = terminal.live ? openBrowser(server.entryAddress('/live'), data) : () => {}
  interrupted.addEventListener(
    'abort',
    () => void engine.api['meeting.stop']({ meetingId }).catch(() => {}),
    {
      once: true,
    },
  )
  await over.promise
  if (!interrupted.aborted) {
    const address = server.entryAddress(`/meeting/${meetingId}`)
    terminal.say(`\nThe meeting is kept. Read, search and export it at ${address}`)
    terminal.say('Press Ctrl+C to stop.')
    await aborted(interrupted)
  }
  forget()
  tidy()
  return exitCodes.done
}

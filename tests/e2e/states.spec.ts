/** What a real engine shows rarely. */
import type { Page } from '@playwright/test'
import type { Meeting } from '#contract/meeting.ts'
import { wholeWarning } from '#contract/warning.ts'
import { enter } from './enter.ts'
import { aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test, servePage } from './served-page.ts'
import { whatIsRead } from './what-is-read.ts'

async function openLive(
  page: Page,
  engine: ScriptedEngine,
  url: string,
  lines = 3,
): Promise<Meeting> {
  const meeting = engine.keep(aMeeting({ title: 'Call', state: 'live', durationMs: 0 }))
  for (let line = 0; line < lines; line++) {
    engine.commit(
      meeting.id,
      aSegment(line % 2 ? 'me' : 'them', line * 9_000, `This is line ${line}.`),
    )
  }
  await page.goto(`${url}#/live`)
  await expect(page.getByText(`This is line ${lines - 1}.`)).toBeVisible()
  return meeting
}

function progress(engine: ScriptedEngine, { id }: Meeting, heardMs: number, readMs: number): void {
  engine.emit({ type: 'meeting.progressed', meetingId: id, heardMs, readMs, totalMs: null })
}

test('a warning is seen on every screen until it is read', async ({ page, engine, server }) => {
  const meeting = await openLive(page, engine, server.url)
  const message = 'Only 200 MB are free on this disk.'
  engine.warn(meeting.id, wholeWarning('disk_low', message))
  engine.warn(meeting.id, wholeWarning('disk_low', message))
  await expect(page.getByRole('alert').getByText(message)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await expect(page.getByRole('alert').getByText(message)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText(message)).toBeHidden()
})

test('a disk that takes nothing is an alarm on every screen, until it takes everything', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openLive(page, engine, server.url)
  const message = 'The disk is full. Recording goes on in memory.'
  engine.warn(meeting.id, wholeWarning('disk_full', message))
  await expect(page.locator('.track-alarm').getByText(message)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await expect(page.locator('.track-alarm').getByText(message)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Close' })).toBeHidden()
  engine.warn(meeting.id, wholeWarning('disk_full', 'Everything is on the disk again.', true))
  await expect(page.locator('.track-alarm')).toBeHidden()
  await expect(page.getByText('Everything is on the disk again.')).toBeVisible()
})

test('the live line says how long the disk lasts', async ({ page, engine, server }) => {
  await openLive(page, engine, server.url)
  const minutes = (leftMs: number, level: 'plenty' | 'last') =>
    engine.emit({ type: 'disk.measured', room: { freeBytes: 1e6, leftMs, level } })
  minutes(3 * 3_600_000 + 60_000, 'plenty')
  await expect(page.getByText('3 h left on disk')).toBeVisible()
  minutes(4 * 60_000 + 1_000, 'last')
  await expect(page.getByText('4 min left on disk')).toBeVisible()
})

test('what was missed while the connection was lost is there when it is back', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openLive(page, engine, server.url)
  await server.close()
  await expect(page.getByText(/connection to RTSTT is lost/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeDisabled()
  engine.commit(meeting.id, aSegment('me', 60_000, 'Said while nobody was listening.'))
  const back = await servePage(engine, Number(new URL(server.url).port))
  // The browser is not known any more, and the page says what to do; once it is, the page goes on by itself.
  await expect(page.getByRole('alert').getByText(/Type rtstt open/)).toBeVisible()
  await enter(page.context(), back)
  await expect(page.getByText('Said while nobody was listening.')).toBeVisible()
  await expect(page.getByText(/connection to RTSTT is lost/)).toBeHidden()
  await expect(page.getByText('This is line 0.')).toHaveCount(1)
  await back.close()
})

test('a recording that hears nothing any more says so, and a text that lags says how far', async ({
  page,
  engine,
  server,
}) => {
  await page.clock.install()
  const meeting = await openLive(page, engine, server.url)
  progress(engine, meeting, 62_000, 60_600)
  await expect(page.getByText('1:02', { exact: true }).last()).toBeVisible()
  await expect(page.getByText('Text 1.4 s behind')).toBeVisible()
  progress(engine, meeting, 62_000, 20_000)
  await expect(page.getByText('Text 42 s behind')).toHaveClass(/worrying/)
  await page.clock.runFor(8_000)
  await expect(page.getByText(/^No sound has arrived for 6 s/)).toBeVisible()
  progress(engine, meeting, 63_000, 62_000)
  await page.clock.runFor(1_000)
  await expect(page.getByText(/^No sound has arrived/)).toBeHidden()
})

test('screen readers hear committed text only', async ({ page, engine, server }) => {
  const meeting = await openLive(page, engine, server.url)
  const hypothesis = {
    track: 'them' as const,
    startMs: 40_000,
    endMs: 41_000,
    text: 'this may chan',
  }
  engine.emit({ type: 'hypothesis.changed', meetingId: meeting.id, track: 'them', hypothesis })
  await expect(page.getByText('this may chan')).toBeVisible()
  const log = page.getByRole('log')
  await expect(log).toHaveAttribute('aria-live', 'polite')
  await expect(log).not.toContainText('this may chan')
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - heading "Call" [level=1]
    - log "Transcript":
      - paragraph: Them
      - paragraph: This is line 0.
  `)
  expect(await page.locator('main').ariaSnapshot()).not.toContain('this may chan')
})

test('the end is followed until the reader looks back, and again on request', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openLive(page, engine, server.url, 40)
  const back = page.getByRole('button', { name: 'Back to live' })
  const say = async (startMs: number, text: string) => {
    engine.commit(meeting.id, aSegment('them', startMs, text))
    await expect(page.getByText(text)).toBeAttached()
  }
  await say(400_000, 'Followed.')
  await expect(page.getByText('Followed.')).toBeInViewport()
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, -900)
  await expect(back).toBeVisible()
  const before = await whatIsRead(page)
  await say(500_000, 'Not followed.')
  await expect(page.getByText('Not followed.')).not.toBeInViewport()
  const after = await whatIsRead(page)
  expect(after.line).toBe(before.line)
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
  await back.click()
  await expect(page.getByText('Not followed.')).toBeInViewport()
  await expect(back).toBeHidden()
  await say(600_000, 'Followed again.')
  await expect(page.getByText('Followed again.')).toBeInViewport()
})

test('words that are taken back and said differently do not lose the end', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openLive(page, engine, server.url, 20)
  const guess = (startMs: number, text: string) =>
    engine.emit({
      type: 'hypothesis.changed',
      meetingId: meeting.id,
      track: 'them',
      hypothesis: { track: 'them', startMs, endMs: startMs + 1_000, text },
    })
  for (let line = 0; line < 8; line++) {
    const startMs = 400_000 + line * 10_000
    guess(startMs, `Guess ${line}. ${'word '.repeat(120)}`)
    await expect(page.getByText(`Guess ${line}.`)).toBeInViewport()
    guess(startMs, '')
    // The shorter text is laid out before the longer one comes.
    await expect(page.getByText(`Guess ${line}.`)).toBeHidden()
    engine.commit(meeting.id, aSegment('them', startMs, `Said ${line}. ${'word '.repeat(150)}end.`))
    await expect(page.getByText(`Said ${line}.`)).toBeAttached()
  }
  await expect(page.getByText('end.').last()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Back to live' })).toBeHidden()
})

test('stopping says that the last words are still being read', async ({ page, engine, server }) => {
  const meeting = await openLive(page, engine, server.url)
  const asked = Promise.withResolvers<void>()
  const stop = engine.api['meeting.stop']
  Object.assign(engine.script, {
    'meeting.stop': async (input: Parameters<typeof stop>[0]) => {
      await asked.promise
      return stop(input)
    },
  })
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Reading the last words…' })).toBeDisabled()
  asked.resolve()
  await expect(page.getByText('Ended. Everything that was heard is stored.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the meeting' })).toHaveAttribute(
    'href',
    `#/meeting/${meeting.id}`,
  )
})

test('failures are told in the words of the engine', async ({ page, engine, server }) => {
  const meeting = engine.keep(aMeeting())
  const refuse = (message: string) => async () => {
    const { AppError } = await import('#contract/errors.ts')
    throw new AppError('data_broken', message)
  }
  Object.assign(engine.script, {
    'meeting.read': refuse('The text of this meeting cannot be read.'),
    'meeting.rename': refuse('The data folder is read-only.'),
    'search.find': refuse('The index is being rebuilt.'),
  })
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(page.getByRole('alert').getByText('The text of this meeting')).toBeVisible()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('New')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The data folder is read-only.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('New')
  await page.goto(`${server.url}#/?q=budget`)
  await expect(page.getByText('The index is being rebuilt.')).toBeVisible()
  Object.assign(engine.script, { 'meeting.list': refuse('The list cannot be read.') })
  await page.goto(`${server.url}?again#/`)
  await expect(page.getByText('The list cannot be read.')).toBeVisible()
  await page.goto(`${server.url}#/elsewhere`)
  await expect(page.getByText('There is no such page here.')).toBeVisible()
})

test('in the desktop window the page speaks through the port that it is handed', async ({
  page,
  engine,
  server,
}) => {
  engine.keep(aMeeting({ title: 'Seen through the port' }))
  // What the shell does, with the server's socket in place of the engine's process.
  await page.addInitScript(() => {
    const opened: WebSocket[] = []
    const sockets = WebSocket
    Object.assign(window, {
      opened,
      WebSocket: undefined,
      rtstt: {
        askForEngine: () => {
          const { port1, port2 } = new MessageChannel()
          const socket = new sockets(new URL('engine', location.href.replace(/^http/, 'ws')))
          opened.push(socket)
          socket.onopen = () => window.postMessage('rtstt:engine-port', location.origin, [port2])
          socket.onmessage = ({ data }) => port1.postMessage(JSON.parse(String(data)))
          // Electron adds this event to the ports of a page; a browser has none.
          window.addEventListener('message', ({ ports: [port] }) => {
            socket.onclose = () => port?.dispatchEvent(new Event('close'))
          })
          port1.onmessage = ({ data }) => socket.send(JSON.stringify(data))
        },
      },
    })
  })
  const breakPort = (index: number) =>
    page.evaluate((at) => (window as unknown as { opened: WebSocket[] }).opened[at]?.close(), index)
  await page.goto(server.url)
  await expect(page.getByText('Seen through the port')).toBeVisible()
  const kept = engine.keep(aMeeting({ title: 'Kept while the port was closed' }))
  await breakPort(0)
  await expect(page.getByText(kept.title)).toBeVisible()
  engine.emit({ type: 'meeting.deleted', meetingId: kept.id })
  await expect(page.getByText(kept.title)).toBeHidden()
})

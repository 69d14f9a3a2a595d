/**
 * A meeting that goes on for hours: the page's memory, its document, and the end that is followed.
 * `RTSTT_LIVE_HOURS=8` measures a whole day, in hours that pass as fast as the page takes what is said.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession } from '@playwright/test'
import type { MeetingId } from '#contract/ids.ts'
import { aHearing, aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

// A trace keeps what it sees, which is what would be measured then.
test.use({ trace: 'off' })

const hours = Number(process.env['RTSTT_LIVE_HOURS'] ?? 2)
/** Sentences of an hour; two people who talk without a break say about so many. */
const linesPerHour = Number(process.env['RTSTT_LIVE_LINES'] ?? (hours > 2 ? 1_875 : 200))
const lineMs = 3_600_000 / linesPerHour
const reports = join(import.meta.dirname, '../../out/reports')

interface Hour {
  readonly hour: number
  readonly lines: number
  /** What JavaScript holds after everything that can go is gone. */
  readonly heapMB: number
  /** Elements and texts of the document. */
  readonly nodes: number
  readonly listeners: number
}

/** What a live engine tells while one sentence is said. It is stored too, for a page that has to read it again. */
function say(engine: ScriptedEngine, meetingId: MeetingId, line: number): void {
  const track = line % 2 ? 'me' : 'them'
  const startMs = Math.round(line * lineMs)
  const words = `Line ${line}: the budget of the second quarter is decided on Friday.`
  const hypothesis = { track, startMs, endMs: startMs + 900, text: 'the budget of the' } as const
  const levels = [{ track, peak: 0.3, rms: 0.1 } as const]
  const said = aSegment(track, startMs, words)
  const begun = { ...said, text: `Line ${line}: the budget`, words: said.words.slice(0, 4) }
  const heard = { heardMs: startMs + 4_000, readMs: startMs + 3_000, totalMs: null }
  engine.emit({ type: 'levels.measured', meetingId, levels })
  engine.emit({ type: 'hypothesis.changed', meetingId, track, hypothesis })
  engine.emit({ type: 'segment.committed', meetingId, segment: begun, open: true })
  engine.emit({ type: 'levels.measured', meetingId, levels })
  engine.commit(meetingId, said)
  engine.emit({ type: 'meeting.progressed', meetingId, ...heard })
}

async function measure(cdp: CDPSession, hour: number): Promise<Hour> {
  // What is let go in one round frees more for the next.
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  const heapMB = Math.round(usedSize / 10_485.76) / 100
  return { hour, lines: hour * linesPerHour, heapMB, nodes, listeners: jsEventListeners }
}

function beginCall(engine: ScriptedEngine): MeetingId {
  const { id } = engine.keep(aMeeting({ title: 'Call', state: 'live', durationMs: 0 }))
  engine.hear(aHearing(id))
  return id
}

test(`${hours} hours of talk leave the page as light as one`, async ({ page, engine, server }) => {
  test.setTimeout(hours * 600_000)
  const meetingId = beginCall(engine)
  await page.goto(`${server.url}#/live`)
  await expect(page.getByText('Listening. Text appears here')).toBeVisible()
  const cdp = await page.context().newCDPSession(page)
  const log = page.getByRole('log', { name: 'Transcript' })
  const measured: Hour[] = []
  for (let line = 0; line < hours * linesPerHour; line++) {
    say(engine, meetingId, line)
    const last = line + 1
    if (last % 100 === 0 || last === hours * linesPerHour)
      await expect(page.getByText(`Line ${line}: the budget of the second`)).toBeInViewport()
    if (last % linesPerHour === 0) measured.push(await measure(cdp, last / linesPerHour))
  }
  await mkdir(reports, { recursive: true })
  const report = { hours, linesPerHour, measured }
  await writeFile(join(reports, 'page-memory.json'), `${JSON.stringify(report, null, 2)}\n`)

  const [first, last] = [measured[0], measured.at(-1)]
  if (!first || !last) throw new Error('Nothing was measured.')
  expect(last.nodes).toBeLessThan(first.nodes * 1.5)
  expect(last.listeners).toBeLessThan(first.listeners * 1.5)
  // What is left is the text itself, with the time of each word.
  expect((last.heapMB - first.heapMB) / (last.lines - first.lines)).toBeLessThan(0.004)

  // The reader looks back to the very beginning, while more is said, and returns.
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, -10_000_000)
  await expect(log.getByText('Line 0:')).toBeInViewport()
  say(engine, meetingId, hours * linesPerHour)
  await expect(page.getByRole('button', { name: /^Back to live.*1 new line/ })).toBeVisible()
  await expect(log.getByText('Line 0:')).toBeInViewport()
  await page.getByRole('button', { name: /^Back to live/ }).click()
  await expect(log.getByText(`Line ${hours * linesPerHour}:`)).toBeInViewport()
})

test('a text that comes back into the document is no news to a screen reader', async ({
  page,
  engine,
  server,
}) => {
  const said = Array.from({ length: 400 }, (_, line) =>
    aSegment(line % 2 ? 'me' : 'them', line * 6_000, `Line ${line}: it is decided on Friday.`),
  )
  const { id } = engine.keep(aMeeting({ title: 'Call', state: 'live' }), said)
  engine.hear(aHearing(id))
  await page.goto(`${server.url}#/live`)
  const log = page.getByRole('log', { name: 'Transcript' })
  await expect(log.getByText('Line 399:')).toBeInViewport()
  await expect(log.getByText('Line 0:')).toHaveCount(0)
  const announced = await log.evaluateHandle((element) => {
    const texts: string[] = []
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        const quiet = node instanceof Element && node.closest('[aria-live="off"], [aria-hidden]')
        if (!quiet) texts.push(node.textContent ?? '')
      }
    }).observe(element, { childList: true, subtree: true })
    return texts
  })
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, -10_000_000)
  await expect(log.getByText('Line 0:')).toBeInViewport()
  expect(await announced.jsonValue()).toEqual([])
})

/** The page is killed, or its connection lost, while a meeting is heard: the engine takes no notice, and a new page shows everything. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { MeetingId } from '#contract/ids.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { EngineClient } from '#wire/connect.ts'
import { projectNode, root } from '../../../tools/project-node.mjs'
import { enter } from '../../e2e/enter.ts'
import { type RealEngine, realEngine, sample } from '../../e2e/real-engine.ts'
import { openWindow, type Window } from '../browser.ts'
import { chance } from '../chance.ts'
import { differingSegments } from '../compare-text.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { grounds } from '../place.ts'

export const fault: Fault = { title: 'the page is killed', run }

const played = 'meeting-60s'
/** So few that the meeting, a minute of it, outlasts them. */
const killsEach = 5
const betweenMs = 4_000
/** Until a page shows all that the engine has. */
const promisedMs = 30_000

async function run({ long, seed, say }: Trial): Promise<Row[]> {
  buildPage()
  // For the keys of the engines.
  await using _ground = await grounds()
  const { between, next } = chance(seed)
  const found: Watched[] = []
  for (let count = 0; count < (long ? 4 : 1); count++) {
    const harms = Array.from({ length: long ? killsEach : 2 }, (_, at): Harm => {
      const isKill = long ? next() < 0.7 : at === 0
      return { kind: isKill ? 'killed' : 'dropped', afterMs: between(0, betweenMs) }
    })
    const watched = await watch(harms)
    say(`meeting ${count + 1}: back after ${watched.backMs.map(Math.round).join(', ')} ms`)
    found.push(watched)
  }
  const backMs = found.flatMap((one) => one.backMs)
  const lost = Math.max(...found.map(({ lostSegments }) => lostSegments))
  return [
    {
      fault: 'page killed or cut off',
      tried: backMs.length,
      recoveredMs: { value: Math.max(...backMs), atMost: promisedMs },
      lost: { value: lost, atMost: 0, unit: 'segments' },
      broken: found.flatMap(({ broken }) => broken),
    },
  ]
}

interface Harm {
  readonly kind: 'killed' | 'dropped'
  /** So long after the page was last whole. */
  readonly afterMs: number
}

interface Watched {
  /** From each harm to a page that shows all that the engine has. */
  readonly backMs: readonly number[]
  readonly lostSegments: number
  readonly broken: readonly string[]
}

async function watch(harms: readonly Harm[]): Promise<Watched> {
  await using engine = await realEngine()
  await using window = await openWindow()
  await enter(window.context, engine)
  const client = await engine.client()
  const broken: string[] = []
  client.onEvent((event) => {
    if (event.type === 'meeting.warned' && event.code !== 'model_missing')
      broken.push(`The engine warned: ${event.message}`)
  })
  const live = `${engine.url}#/live`
  let page = await window.fresh(live)
  const meetingId = await engine.play(played, 'Seen')
  const backMs: number[] = []
  for (const harm of harms) {
    await wait(harm.afterMs)
    const startedAt = performance.now()
    page = await after(harm, { window, page, live })
    await showsEverything(page, client, meetingId)
    backMs.push(performance.now() - startedAt)
  }
  const lostSegments = await lostOf(engine, meetingId, broken)
  return { backMs, lostSegments, broken }
}

/** The page that somebody looks at after it. */
async function after(
  { kind }: Harm,
  { window, page, live }: { readonly window: Window; readonly page: Page; readonly live: string },
): Promise<Page> {
  if (kind === 'dropped') {
    await window.dropSocket()
    return page
  }
  const crashed = page.waitForEvent('crash')
  await window.killPage()
  await crashed
  return window.fresh(live)
}

/** Waits until every sentence that is kept stands on the page, or it took longer than is promised. */
async function showsEverything(
  page: Page,
  client: EngineClient,
  meetingId: MeetingId,
): Promise<void> {
  const log = page.getByRole('log', { name: 'Transcript' })
  await log.waitFor()
  const giveUpAt = performance.now() + promisedMs + 1_000
  while (performance.now() < giveUpAt) {
    const { segments } = await client.call('meeting.read', { meetingId })
    const shown = plain((await log.locator('.voice-text').allInnerTexts()).join(' '))
    if (shown.includes(plain(segments.map(({ text }) => text).join(' ')))) return
    await wait(50)
  }
}

function plain(text: string): string {
  return text.split(/\s+/).join(' ').trim()
}

/** Ends the meeting, and counts the sentences that it should have by then and has not. */
async function lostOf(engine: RealEngine, meetingId: MeetingId, broken: string[]): Promise<number> {
  const client = await engine.client()
  const { state, unreadMs } = await client.call('meeting.stop', { meetingId })
  if (state !== 'done' || unreadMs > 0) broken.push(`It ended ${state}, ${unreadMs} ms unread.`)
  const { segments, tracks } = await client.call('meeting.read', { meetingId })
  const lengthMs = tracks[0]?.account?.lengthMs ?? 0
  if (tracks.some(({ account }) => account?.captured !== 1))
    broken.push('The ledger tells of gaps in a file that has none.')
  const said = sentences(segments).filter(({ endMs }) => endMs <= lengthMs - 300)
  const heard = segments.filter(({ startMs }) => startMs < (said.at(-1)?.endMs ?? 0))
  return differingSegments(said, heard).length
}

function sentences([like]: Transcript['segments']): Transcript['segments'] {
  const path = sample(played).replace(/wav$/, 'json')
  const lines = JSON.parse(readFileSync(path, 'utf8')) as ReadonlyArray<{
    readonly start: number
    readonly end: number
    readonly text: string
  }>
  if (!like) throw new Error('Something was heard.')
  return lines.map(({ start, end, text }) => ({
    ...like,
    text,
    startMs: start * 1000,
    endMs: end * 1000,
  }))
}

function buildPage(): void {
  const words = [join(root, 'tools/build-page.mjs')]
  const { status } = spawnSync(projectNode, words, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`The page could not be built: exit code ${status}`)
}

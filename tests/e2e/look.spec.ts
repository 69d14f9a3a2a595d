/** How the page looks to different eyes: sizes, colours, languages. */
import type { Page } from '@playwright/test'
import type { Hearing } from '#contract/hearing.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { wholeWarning } from '#contract/warning.ts'
import { faintTexts, namelessThings, overflow } from './contrast.ts'
import { enter } from './enter.ts'
import {
  aDevice,
  aHearing,
  aMeeting,
  anAccount,
  aSegment,
  type ScriptedEngine,
} from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const longName = 'Headset Microphone (A Maker With A Long Name, Model 65 Flex Stereo)'

function fill(engine: ScriptedEngine): { past: Meeting; broken: Meeting; live: Meeting } {
  const say = (title: string, change: Partial<Meeting>) =>
    engine.keep(aMeeting({ title, ...change }), [
      unsure(aSegment('them', 0, 'Shall we begin with the budget?')),
      aSegment(
        'me',
        4_000,
        'Yes, here is a verylongwordthatnobodyeversaysbutthatmustnotbreakthepage.',
      ),
    ])
  const past = say('Budget <b>second</b> quarter, with a title that somebody wrote at length', {})
  const gaps = [
    { atMs: 3_000, lengthMs: 400, cause: 'device_changed' as const },
    { atMs: 9_000, lengthMs: 60_000, cause: 'muted' as const },
  ]
  const pauses = [{ atMs: 80_000, lengthMs: 60_000, cause: 'person' as const }]
  const sources = [{ atMs: 0, name: longName, sampleRate: 48_000, channels: 1 }]
  const torn = anAccount({ captured: 0.9999, gaps, pauses, sources, cutShort: true })
  engine.account(past.id, [
    { name: 'me', account: torn },
    { name: 'them', account: null },
  ])
  return {
    past,
    broken: say('Sprint review', { state: 'interrupted', unreadMs: 300_000 }),
    live: say('Call', { state: 'live', durationMs: 0 }),
  }
}

async function eachScreen(
  page: Page,
  engine: ScriptedEngine,
  url: string,
  look: () => Promise<void>,
) {
  await page.goto(url)
  await openChooser(page, engine)
  await look()
  const { past, broken, live } = fill(engine)
  const places = [
    '#/',
    '#/?q=budget',
    `#/meeting/${past.id}?t=0&q=budget`,
    `#/meeting/${broken.id}`,
    '#/live',
  ]
  for (const place of places) {
    await page.goto(`${url}?filled${place}`)
    await expect(
      page
        .locator(place.startsWith('#/?') ? '.hit' : place === '#/' ? '[data-row]' : '.voice')
        .first(),
    ).toBeVisible()
    if (place.includes('t=0')) await page.locator('.account > summary').click()
    if (place === '#/live') {
      hearBadly(engine, live)
      engine.commit(live.id, unsure(aSegment('me', 8_000, 'We agreed to')), true)
      engine.emit({ type: 'pace.changed', meetingId: live.id, step: 3, lagMs: 9_000 })
      const hypothesis = { track: 'me' as const, startMs: 9_000, endMs: 9_500, text: 'And then' }
      engine.emit({ type: 'hypothesis.changed', meetingId: live.id, track: 'me', hypothesis })
      engine.emit({
        type: 'meeting.progressed',
        meetingId: live.id,
        heardMs: 60_000,
        readMs: 20_000,
        totalMs: null,
      })
      engine.warn(live.id, wholeWarning('disk_low', 'The disk is nearly full.'))
      await expect(page.getByText('The disk is nearly full.')).toBeVisible()
      await expect(page.getByText('Lost, trying again', { exact: true })).toBeVisible()
    }
    await look()
  }
}

/** Everything that can be chosen, and a microphone that is missing. */
async function openChooser(page: Page, engine: ScriptedEngine): Promise<void> {
  engine.plug([aDevice('system', longName, { isDefault: true })])
  await page.getByRole('button', { name: /^What is recorded/ }).click()
  await expect(page.getByText('No microphone is connected')).toBeVisible()
  const terms = ['Priya', 'billing system', 'averylongtermthatisonewordandmustnotbreakthepage']
  await engine.api['vocabulary.change']({ kind: 'add', terms })
  await page.getByRole('button', { name: /^Names and terms/ }).click()
  await expect(page.getByRole('button', { name: 'Remove Priya' })).toBeVisible()
}

/** The same with words that the model was unsure of. */
function unsure(segment: Segment): Segment {
  return { ...segment, words: segment.words.map((word) => ({ ...word, confidence: 0.2 })) }
}

/** One track of a live meeting is lost, another is muted. */
function hearBadly(engine: ScriptedEngine, { id }: Meeting): void {
  const tracks: Hearing['tracks'] = [
    { track: 'me', state: 'hearing', device: longName, everything: false },
    { track: 'them', state: 'lost', device: null, everything: false },
  ]
  engine.hear(aHearing(id, { microphoneMuted: true, tracks }))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everything has a name and can be read, ${colorScheme}`, async ({
    page,
    engine,
    server,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await eachScreen(page, engine, server.url, async () => {
      expect(await faintTexts(page)).toEqual([])
      expect(await namelessThings(page)).toEqual([])
    })
  })
}

for (const [name, width, height] of [
  ['a phone', 360, 740],
  ['a desktop at 400 % zoom', 320, 200],
] as const) {
  test(`nothing is cut off on ${name}`, async ({ page, engine, server }) => {
    await page.setViewportSize({ width, height })
    await eachScreen(page, engine, server.url, async () => {
      expect(await overflow(page)).toBe(0)
    })
  })
}

test('the language is the browser’s, can be changed, and is remembered', async ({
  browser,
  engine,
  server,
}) => {
  engine.keep(aMeeting({ startedAt: '2026-03-05T10:00:00.000Z' }))
  const context = await browser.newContext({ locale: 'it-IT' })
  await enter(context, server)
  const page = await context.newPage()
  await page.goto(server.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Riunioni')
  await expect(page.locator('html')).toHaveAttribute('lang', 'it')
  await expect(page.getByText('giovedì 5 marzo 2026')).toBeVisible()
  await page.getByRole('combobox', { name: 'Lingua', exact: true }).selectOption('English')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.context().close()
})

test('nothing is asked of any other computer', async ({ page, engine, server }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await eachScreen(page, engine, server.url, async () => {})
  expect([...new Set(asked)]).toEqual([new URL(server.url).origin])
})

/** Notes and bookmarks beside a meeting, and what a live screen says of itself. */
import type { Page } from '@playwright/test'
import { AppError } from '#contract/errors.ts'
import type { Meeting } from '#contract/meeting.ts'
import { violations } from './axe.ts'
import { faintTexts, namelessThings, overflow } from './contrast.ts'
import { enter } from './enter.ts'
import { openCall } from './open-call.ts'
import { aHearing, aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test, servePage } from './served-page.ts'

function heard(engine: ScriptedEngine, { id }: Meeting, heardMs: number): void {
  const all = { heardMs, readMs: heardMs, totalMs: null }
  engine.emit({ type: 'meeting.progressed', meetingId: id, ...all })
}

const notes = (page: Page) => page.getByRole('region', { name: 'Notes' })
const field = (page: Page) => notes(page).getByRole('textbox')
const elapsed = (page: Page, time: string) => expect(page.locator('.elapsed time')).toHaveText(time)

test('a note has the time at which typing began, is edited, removed, and leads to its place', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openCall(page, engine, server.url)
  heard(engine, meeting, 61_000)
  await elapsed(page, '1:01')
  await page.keyboard.press('Alt+n')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('Ask ')
  await expect(notes(page).getByText('Note at 1:01')).toBeVisible()
  heard(engine, meeting, 75_000)
  await elapsed(page, '1:15')
  await page.keyboard.type('Anna')
  await page.keyboard.press('Enter')
  const item = notes(page).getByRole('listitem').filter({ hasText: 'Ask Anna' })
  await expect(item).toContainText('1:01')
  await expect(field(page)).toHaveValue('')
  await expect(field(page)).toBeFocused()
  // Escape leaves the field and not the screen.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+b')
  await expect(notes(page).getByRole('listitem')).toHaveText([/1:01.*Ask Anna/, /1:15.*Bookmark/])
  const kept = () => engine.api['note.list']({ meetingId: meeting.id })
  await expect.poll(async () => (await kept()).length).toBe(2)
  expect(await kept()).toMatchObject([
    { kind: 'note', atMs: 61_000, text: 'Ask Anna' },
    { kind: 'bookmark', atMs: 75_000, text: '' },
  ])

  await item.getByRole('button', { name: 'Edit: Ask Anna' }).click()
  await notes(page).getByRole('textbox', { name: 'Words of the note' }).fill('Ask Piotr')
  await page.keyboard.press('Enter')
  await expect(notes(page).getByText('Ask Piotr')).toBeVisible()
  await notes(page).getByRole('button', { name: 'Remove: Ask Piotr' }).click()
  await expect(notes(page).getByText('Ask Piotr')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(notes(page).getByText('Ask Piotr')).toBeVisible()
  await expect.poll(async () => (await kept()).map(({ text }) => text)).toEqual(['Ask Piotr', ''])
  await notes(page).getByRole('button', { name: 'Go to 1:01' }).click()
  await expect(page.locator('.segment.lit')).toContainText('Can everybody hear me?')
})

test('nothing that was typed is lost with the engine or the page', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openCall(page, engine, server.url)
  heard(engine, meeting, 30_000)
  await elapsed(page, '0:30')
  await server.close()
  await expect(page.getByText(/connection to RTSTT is lost/)).toBeVisible()
  await field(page).fill('Written in the dark')
  await page.keyboard.press('Enter')
  await expect(notes(page).getByText('Not kept yet. It is kept as soon as')).toBeVisible()
  await field(page).pressSequentially('Not ended')
  const back = await servePage(engine, Number(new URL(server.url).port))
  await enter(page.context(), back)
  await expect(notes(page).getByText('Not kept yet')).toBeHidden()
  await expect(notes(page).getByText('Written in the dark')).toBeVisible()
  await page.reload()
  await expect(field(page)).toHaveValue('Not ended')
  await expect(notes(page).getByText('Note at 0:30')).toBeVisible()

  Object.assign(engine.script, {
    'note.add': async () => {
      throw new AppError('disk_full', 'The disk of the data folder is full.')
    },
  })
  await field(page).press('Enter')
  await expect(page.getByRole('alert').getByText('The disk of the data folder is')).toBeVisible()
  await expect(notes(page).getByText('Not kept yet')).toBeVisible()
  delete engine.script['note.add']
  await notes(page).getByRole('button', { name: 'Try again' }).click()
  await expect(notes(page).getByText('Not kept yet')).toBeHidden()
  const kept = await engine.api['note.list']({ meetingId: meeting.id })
  expect(kept.map(({ text, atMs }) => [text, atMs])).toEqual([
    ['Written in the dark', 30_000],
    ['Not ended', 30_000],
  ])
  await back.close()
})

test('the status line tells what recognises, where in truth, and when that changes', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const health = { state: 'working', why: null, until: null } as const
  const model = { model: 'large-v3-turbo', backend: 'Vulkan0', onGpu: true }
  const known = { meetingId: id, ...model, step: 0, health }
  engine.script['meeting.recognition'] = async () => known
  await page.reload()
  await expect(page.getByText('large-v3-turbo · GPU (Vulkan)')).toBeVisible()
  const loading = { ...known, backend: null, onGpu: null }
  engine.emit({ type: 'recognition.changed', recognition: loading })
  await expect(page.getByText('large-v3-turbo · loading')).toBeVisible()
  const onCpu = { ...known, model: 'base-q5_1', backend: 'CPU', onGpu: false, step: 4 }
  engine.emit({ type: 'recognition.changed', recognition: onCpu })
  await expect(page.getByText('base-q5_1 · CPU')).toBeVisible()
  const lost = { ...health, state: 'restarting', why: 'hung' } as const
  engine.emit({ type: 'recognition.changed', recognition: { ...onCpu, health: lost } })
  await expect(page.getByText('base-q5_1 · starting again')).toBeVisible()
  const paused = { state: 'paused', why: 'died', until: new Date().toISOString() } as const
  engine.emit({ type: 'recognition.changed', recognition: { ...onCpu, health: paused } })
  await expect(page.getByText('base-q5_1 · text paused')).toBeVisible()
  engine.emit({ type: 'recognition.changed', recognition: onCpu })
  await expect(page.getByText('base-q5_1 · CPU')).toBeVisible()
})

test('nobody misses a dead track, on any screen, and it goes when it is heard again', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const hearing = aHearing(id)
  const lost = { state: 'lost', device: null } as const
  engine.hear({
    ...hearing,
    tracks: hearing.tracks.map((one) => (one.track === 'me' ? { ...one, ...lost } : one)),
  })
  const alarm = page.getByRole('alert').filter({ hasText: '“Headset microphone” is gone' })
  await expect(alarm).toContainText('Me: ')
  await expect(alarm).toContainText('kept, and the other voice (Them) is still recorded')
  await expect(alarm).toContainText('Connect the device')
  await expect(page).toHaveTitle('⚠ ● Call – RTSTT')
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', './icon-warning.svg')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
  await expect(alarm).toBeVisible()
  await expect(page).toHaveTitle('⚠ RTSTT')
  engine.hear(hearing)
  await expect(alarm).toBeHidden()
  await expect(page).toHaveTitle('RTSTT')
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', './icon.svg')
})

test('who looks back is told how much is new; the text can be made larger; the end is summed up', async ({
  page,
  engine,
  server,
}) => {
  const lines = Array.from({ length: 40 }, (_, line) =>
    aSegment(line % 2 ? 'me' : 'them', line * 9_000, `This is line ${line}.`),
  )
  const meeting = engine.keep(aMeeting({ title: 'Call', state: 'live' }), lines)
  engine.hear(aHearing(meeting.id))
  await page.goto(`${server.url}#/live`)
  await expect(page.getByText('This is line 39.')).toBeInViewport()
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, -900)
  const back = page.getByRole('button', { name: /^Back to live/ })
  await expect(back).toHaveText(/^Back to live(?!.*new)/)
  engine.commit(meeting.id, aSegment('them', 400_000, 'One.'))
  engine.commit(meeting.id, aSegment('me', 410_000, 'Two.'))
  await expect(back).toContainText('2 new lines')
  await page.keyboard.press('Alt+l')
  await expect(page.getByText('Two.')).toBeInViewport()
  await expect(back).toBeHidden()

  const size = () =>
    page
      .locator('.live-text')
      .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
  const before = await size()
  await page.getByRole('button', { name: 'Larger text' }).click()
  expect(await size()).toBeGreaterThan(before)
  await page.reload()
  expect(await size()).toBeGreaterThan(before)

  engine.stop(meeting.id, 'asked')
  await expect(page.getByText('Meeting kept: 00:32:15, 42 lines')).toBeVisible()
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Budget')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Budget')
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
})

test('a note is found by its words, and one is written beside the place of an old meeting', async ({
  page,
  engine,
  server,
}) => {
  const said = [aSegment('me', 0, 'We begin.'), aSegment('them', 61_000, 'The contract is old.')]
  const meeting = engine.keep(aMeeting(), said)
  const place = { meetingId: meeting.id, atMs: 61_500 }
  const note = await engine.api['note.add']({ ...place, kind: 'note', text: 'Ask Anna' })
  const { title: meetingTitle, startedAt } = meeting
  const snippet = 'Ask \u0002Anna\u0003'
  engine.script['search.find'] = async ({ filters }) => ({
    hits: [],
    by: 'text',
    without: null,
    notes: filters.kind === 'action' ? [] : [{ meetingTitle, startedAt, note, snippet }],
  })
  await page.goto(`${server.url}#/?q=anna&kind=note`)
  await expect(page.getByRole('status').getByText('1 place')).toBeVisible()
  const found = page.getByRole('region', { name: 'In your notes' })
  await expect(found.locator('mark')).toHaveText('Anna')
  await found.getByRole('link').click()
  await expect(page.locator('.segment.lit')).toHaveText(/The contract is old/)
  await expect(notes(page).getByText('Ask Anna')).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(notes(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Done since')
  await page.keyboard.press('Enter')
  await expect(notes(page).getByRole('listitem').filter({ hasText: 'Done' })).toContainText('1:01')
})

for (const [width, colorScheme, fontSize] of [
  [1440, 'light', '100%'],
  [900, 'dark', '200%'],
  [360, 'light', '100%'],
] as const) {
  test(`notes can be read and named, ${colorScheme}, ${width} wide, text at ${fontSize}`, async ({
    page,
    engine,
    server,
  }, info) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const meeting = await openCall(page, engine, server.url)
    heard(engine, meeting, 75_000)
    const at = { meetingId: meeting.id, atMs: 61_000 }
    await engine.api['note.add']({
      ...at,
      kind: 'note',
      text: 'Ask <b>Anna</b> about the contract',
    })
    await engine.api['note.add']({ ...at, kind: 'bookmark', text: '' })
    await page.evaluate((size) => {
      document.documentElement.style.setProperty('--text-size', size)
    }, fontSize)
    await page.keyboard.press('Alt+n')
    await expect(field(page)).toBeFocused()
    await expect(notes(page).getByText('Ask <b>Anna</b> about')).toBeVisible()
    expect(await faintTexts(page)).toEqual([])
    expect(await namelessThings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: info.outputPath(`notes-${width}-${colorScheme}.png`) })
  })
}

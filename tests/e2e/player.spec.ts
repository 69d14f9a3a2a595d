/** Hearing a meeting again: beside its text, by mouse and by keyboard. */
import type { Page } from '@playwright/test'
import type { Meeting } from '#contract/meeting.ts'
import { violations } from './axe.ts'
import { faintTexts, namelessThings, overflow } from './contrast.ts'
import { aMeeting, anAccount, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const lengthMs = 120_000

/** Ten seconds are spoken of every twenty, and the microphone was muted for a while. */
async function openMeeting(page: Page, engine: ScriptedEngine, url: string): Promise<Meeting> {
  const segments = Array.from({ length: 6 }, (_, at) =>
    aSegment(at % 2 ? 'me' : 'them', at * 20_000 + 2_000, `Turn ${at} is about the budget of May.`),
  )
  const meeting = engine.keep(aMeeting({ title: 'Call', durationMs: lengthMs }), segments)
  const gaps = [{ atMs: 50_000, lengthMs: 5_000, cause: 'muted' as const }]
  engine.account(meeting.id, [
    { name: 'me', account: anAccount({ lengthMs, gaps }) },
    { name: 'them', account: anAccount({ lengthMs }) },
  ])
  await page.goto(`${url}#/meeting/${meeting.id}`)
  await expect(page.getByRole('region', { name: 'Player' })).toBeVisible()
  return meeting
}

/** Where the sound is, in seconds. */
const placeOf = (page: Page): Promise<number> =>
  page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)

const isPaused = (page: Page): Promise<boolean> =>
  page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.paused)

const heardWord = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('heard') ?? [])].map(String).join(' '))

test('a word that is clicked is heard, and the words that follow it are marked', async ({
  page,
  engine,
  server,
}) => {
  await openMeeting(page, engine, server.url)
  const marked = await page.evaluateHandle(() => {
    const words: string[] = []
    requestAnimationFrame(function look() {
      const word = [...(CSS.highlights.get('heard') ?? [])].map(String).join(' ')
      if (word !== words.at(-1)) words.push(word)
      requestAnimationFrame(look)
    })
    return words
  })
  await page.locator('.word', { hasText: 'budget' }).nth(2).click()
  await expect.poll(() => marked.jsonValue()).toEqual(['', 'budget', 'of', 'May.', ''])
  // It was the sixth word of the third turn.
  expect(await placeOf(page)).toBeGreaterThanOrEqual(42 + 8 * 0.35)
  await page.getByRole('button', { name: 'Pause' }).click()
  expect(await isPaused(page)).toBe(true)
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
})

test('everything is done with the keyboard', async ({ page, engine, server }) => {
  await openMeeting(page, engine, server.url)
  await page.keyboard.press('l')
  await expect.poll(() => placeOf(page)).toBe(5)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => placeOf(page)).toBe(10)
  await page.keyboard.press('j')
  await expect.poll(() => placeOf(page)).toBe(5)
  await page.keyboard.press('Space')
  await expect.poll(() => isPaused(page)).toBe(false)
  await page.keyboard.press('k')
  await expect.poll(() => isPaused(page)).toBe(true)

  const slider = page.getByRole('slider', { name: 'Place in the recording' })
  await slider.focus()
  await slider.press('Home')
  await slider.press('PageUp')
  await expect(slider).toHaveAttribute('aria-valuetext', '1:00 of 2:00')
  await slider.press('ArrowLeft')
  await slider.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:50 of 2:00, .*muted/i)

  // The text is one stop; from it the arrows go from word to word.
  await page.getByRole('group', { name: 'Transcript' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.word:focus')).toHaveText('is')
  await page.keyboard.press('Enter')
  await expect.poll(() => heardWord(page)).toBe('is')
  expect(await placeOf(page)).toBeGreaterThanOrEqual(22.7)

  await page.keyboard.press('ControlOrMeta+f')
  const field = page.getByRole('searchbox', { name: 'Find in this meeting' })
  await expect(field).toBeFocused()
  // What is typed there does nothing to the player.
  await field.pressSequentially('k ')
  expect(await isPaused(page)).toBe(false)
})

test('silence is skipped, and speed and that are remembered', async ({ page, engine, server }) => {
  await openMeeting(page, engine, server.url)
  await page.getByRole('button', { name: 'Skip silence' }).click()
  await page.getByRole('button', { name: 'Speed: 1×' }).click()
  await page.getByRole('menuitem', { name: '2×' }).click()
  // The silence before the third turn.
  await page.getByRole('slider', { name: 'Place in the recording' }).focus()
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect.poll(() => placeOf(page)).toBe(10)
  await page.keyboard.press('k')
  await expect.poll(() => placeOf(page)).toBeGreaterThan(21.6)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Skip silence', pressed: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Speed: 2×' })).toBeVisible()
})

test('a link to a moment is where the player begins', async ({ page, engine, server }) => {
  const meeting = await openMeeting(page, engine, server.url)
  await page.goto(`${server.url}#/meeting/${meeting.id}?t=63000`)
  await expect.poll(() => placeOf(page)).toBe(62)
})

test('a meeting without its sound says so', async ({ page, engine, server }) => {
  const meeting = engine.keep(aMeeting(), [aSegment('mix', 0, 'Only the text is left.')])
  const account = anAccount({ removedAt: new Date().toISOString() })
  engine.account(meeting.id, [{ name: 'mix', account }])
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(page.getByText(/^The recording was removed by your retention rule/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Player' })).toHaveCount(0)
})

for (const [width, colorScheme] of [
  [1440, 'light'],
  [900, 'dark'],
  [360, 'light'],
] as const) {
  test(`the player can be read and used by everybody, ${width} wide, ${colorScheme}`, async ({
    page,
    engine,
    server,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openMeeting(page, engine, server.url)
    await expect(page.locator('[data-missing]')).toHaveCount(1)
    expect(await violations(page)).toEqual([])
    expect(await namelessThings(page)).toEqual([])
    expect(await faintTexts(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.screenshot({ path: `out/pictures/player-${width}-${colorScheme}.png` })
  })
}

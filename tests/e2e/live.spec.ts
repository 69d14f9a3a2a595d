import { enter } from './enter.ts'
import { expect, inWindowToo, realTest as test } from './served-page.ts'

test(
  'text grows while it is spoken, and is the stored text when it ends',
  inWindowToo,
  async ({ page, engine }) => {
    await page.goto(engine.url)
    const meetingId = await engine.play('four-sentences', 'Support call')
    await page.getByRole('link', { name: 'Live now: open Support call' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support call')

    const log = page.getByRole('log', { name: 'Transcript' })
    await expect(log).toContainText(/thank you/i)
    // Sound is still being heard while the first words are already there.
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
    await expect(page.getByText(/^Text [\d.]+ s behind$/)).toBeVisible()
    await expect(page.getByRole('progressbar', { name: 'How much of the file' })).toBeVisible()
    await expect(page.getByText('Ended. Everything that was heard is stored.')).toBeVisible()

    const shown = await log.locator('.voice-text').allInnerTexts()
    const { segments } = await (await engine.client()).call('meeting.read', { meetingId })
    expect(shown.join(' ').split(/\s+/).join(' ').trim()).toBe(
      segments.map(({ text }) => text).join(' '),
    )
    await page.getByRole('link', { name: 'Open the meeting' }).click()
    await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
    expect(await page.locator('.voice-text').allInnerTexts()).toEqual(shown)
  },
)

test('a page that is opened in the middle shows what was said before it came', async ({
  page,
  engine,
  context,
}) => {
  const meetingId = await engine.play('meeting-45s-stereo-48k', 'Two voices', 'split')
  await page.goto(`${engine.url}#/live`)
  const log = page.getByRole('log')
  await expect(log.locator('.voice')).not.toHaveCount(0)
  const later = await context.newPage()
  await later.goto(`${engine.url}#/meeting/${meetingId}`)
  const first = await log.locator('.segment').first().innerText()
  await expect(later.getByRole('log').locator('.segment').first()).toHaveText(first)

  await later.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Ended. Everything that was heard is stored.')).toBeVisible()
  await expect(later.getByRole('button', { name: 'Export' })).toBeVisible()
})

test(
  'a killed engine is told at once, and its meeting is finished from the recording',
  inWindowToo,
  async ({ page, engine }) => {
    await page.goto(engine.url)
    await engine.play('four-sentences', 'Cut short')
    await page.goto(`${engine.url}#/live`)
    // What may still change behind it is not kept.
    const segmentsShown = page.getByRole('log').locator('.segment')
    const settled = segmentsShown.filter({ hasText: /thank you/i })
    await expect(settled).not.toHaveCount(0)
    const before = (await segmentsShown.allInnerTexts()).join('').trim()
    await engine.kill()
    await expect(page.getByText(/connection to RTSTT is lost/)).toBeVisible()
    await expect(settled).not.toHaveCount(0)

    await engine.restart()
    await enter(page.context(), engine)
    await expect(page.getByText(/connection to RTSTT is lost/)).toBeHidden()
    await expect(page.getByText(/stopped in the middle of this meeting/)).toBeVisible()
    await page.getByRole('link', { name: 'RTSTT' }).click()
    await expect(page.getByText('Interrupted')).toBeVisible()
    await page.getByRole('link', { name: /^Cut short/ }).click()
    const segments = page.locator('.segment')
    await expect(page.locator('.past-text')).toContainText(/thank you/i)
    expect((await segments.allInnerTexts()).join('')).toContain(before)
    await page.getByRole('button', { name: 'Finish from the recording' }).click()
    await expect(page.getByText(/stopped in the middle/)).toBeHidden()
    expect((await segments.allInnerTexts()).join('')).toContain(before)
  },
)

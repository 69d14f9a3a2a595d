/** Everything by a few letters, without a mouse. */
import { aHearing, aMeeting, aSegment } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const palette = { name: 'Find and do anything' }

test('leads anywhere by a few letters', async ({ page, engine, server }) => {
  const review = engine.keep(aMeeting({ title: 'Réunion du budget' }), [
    aSegment('them', 12_000, 'The larger server is taken after all.'),
  ])
  await page.goto(server.url)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', palette)
  await expect(field).toBeFocused()
  await page.keyboard.type('reunion')
  await expect(page.getByRole('option', { name: 'Réunion du budget' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(review.id))
  await expect(field).toBeHidden()
  await expect(page.locator('main')).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', palette)).toBeFocused()
  await page.keyboard.type('larger')
  const said = page.getByRole('group', { name: 'What was said' }).getByRole('option')
  await expect(said).toContainText('server is taken')
  // What was said comes last.
  await page.keyboard.press('ArrowUp')
  await expect(said).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/t=12000&q=large/)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', palette)).toBeFocused()
  await page.keyboard.type('text size')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/settings\/appearance$/)
})

test('does what is possible now, and shows the keys for it', async ({ page, engine, server }) => {
  await page.goto(server.url)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option', { name: /^Record/ })).toContainText('Alt+R')
  await expect(page.getByRole('option', { name: 'Stop the recording' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  const live = engine.keep(aMeeting({ state: 'live', durationMs: 0 }))
  engine.emit({ type: 'meeting.started', meeting: live })
  engine.hear(aHearing(live.id))
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', palette)).toBeFocused()
  await page.keyboard.type('mute my')
  await expect(page.getByRole('option', { name: 'Mute my microphone' })).toContainText('Alt+M')
  await page.keyboard.press('Enter')
  await expect
    .poll(
      async () => (await engine.api['meeting.hearing']({ meetingId: live.id }))?.microphoneMuted,
    )
    .toBe(true)
})

test('gives the focus back, and says when nothing fits', async ({ page, engine, server }) => {
  engine.keep(aMeeting())
  await page.goto(server.url)
  const entry = page.getByRole('button', { name: 'Search' })
  await entry.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', palette)).toBeFocused()
  await page.keyboard.type('qqq')
  await expect(page.getByText('Nothing fits “qqq”.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(entry).toBeFocused()
})

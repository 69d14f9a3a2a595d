import { expect, inWindowToo, realTest as test } from './served-page.ts'

test('an empty library says how to begin', inWindowToo, async ({ page, engine }) => {
  await page.goto(engine.url)
  await expect(page.getByRole('heading', { name: 'No meetings yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeEnabled()
  await expect(page.getByRole('button', { name: /^What is recorded/ })).toBeVisible()
})

test(
  'a meeting appears, is found by a word, and opens at the second',
  inWindowToo,
  async ({ page, engine }) => {
    await page.goto(engine.url)
    await engine.transcribe('decision', 'Pilot')
    await engine.transcribe('four-sentences', 'Support')
    await expect(page.getByRole('link', { name: /^Pilot/ })).toBeVisible()

    await page.keyboard.press('/')
    const field = page.getByRole('searchbox', { name: 'Search all meetings' })
    await expect(field).toBeFocused()
    await field.pressSequentially('presented nowhere')
    await expect(page.getByText('Nothing found for “presented nowhere”.')).toBeVisible()
    await field.fill('meeting notes')
    const hit = page.getByRole('link', { name: /Support/ })
    await expect(hit.locator('mark').first()).toHaveText(/meeting/i)
    await expect(page).toHaveURL(/#\/\?q=meeting\+notes$/)

    await hit.click()
    await expect(page).toHaveURL(/#\/meeting\/[\w-]+\?t=\d+&q=/)
    await expect(page.locator('.segment.lit')).toBeInViewport()
    await expect(page.locator('.segment mark').first()).toHaveText(/meeting/i)
    await page.goBack()
    await expect(field).toHaveValue('meeting notes')
    await field.press('Escape')
    await expect(page.getByRole('link', { name: /^Pilot/ })).toBeVisible()
  },
)

test('the text is copied, a title changed and a meeting deleted', async ({
  page,
  engine,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const meetingId = await engine.transcribe('decision', 'Pilot')
  await page.goto(`${engine.url}#/meeting/${meetingId}`)
  await page.getByRole('button', { name: 'Copy text' }).click()
  await expect(page.getByText('The text is on the clipboard.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('pilot project')

  await page.getByRole('button', { name: 'Rename' }).click()
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  await title.fill('No')
  await title.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilot')
  await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused()
  await page.keyboard.press('Enter')
  await title.fill('Pilot in August')
  await title.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilot in August')
  await expect(page).toHaveTitle('Pilot in August – RTSTT')

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('“Pilot in August” is deleted.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No meetings yet' })).toBeVisible()
  await page.goto(`${engine.url}#/meeting/${meetingId}`)
  await expect(page.getByText('This meeting is not here, or no longer.')).toBeVisible()
})

test('everything is reached with the keyboard alone', async ({ page, engine }) => {
  await engine.transcribe('decision', 'Pilot')
  await page.goto(engine.url)
  await expect(page.getByRole('link', { name: /^Pilot/ })).toBeVisible()
  const focused = page.locator(':focus')
  await page.keyboard.press('Tab')
  await expect(focused).toHaveText('Skip to the content')
  await page.keyboard.press('Enter')
  for (const name of ['Import files', 'Record', /^What is recorded/]) {
    await page.keyboard.press('Tab')
    await expect(focused).toHaveAccessibleName(name)
  }
  await page.keyboard.press('Tab')
  // A computer without a microphone or an output is told so, with a way around it.
  while (await focused.evaluate((element) => element.closest('.obstacles') !== null)) {
    await page.keyboard.press('Tab')
  }
  await expect(focused).toHaveAccessibleName(/^Names and terms/)
  await page.keyboard.press('Tab')
  await expect(focused).toHaveAttribute('type', 'search')
  for (const name of ['All meetings', 'Trash', 'Choose Pilot', /^Pilot/]) {
    await page.keyboard.press('Tab')
    await expect(focused).toHaveAccessibleName(name)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilot')
  await expect(page.locator('.voice')).toContainText('pilot project')
  for (const name of ['All meetings', 'Rename', 'Export']) {
    await page.keyboard.press('Tab')
    await expect(focused).toHaveAccessibleName(name)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Export “Pilot”' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(focused).toHaveAccessibleName('Export')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Meetings')
})

/** The way to every screen, what stands in the help, and how the page looks to whoever sits before it. */
import { aMeeting } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

test('every screen is reached from every other, and the page says which one it is', async ({
  page,
  engine,
  server,
}) => {
  const past = engine.keep(aMeeting())
  await page.goto(server.url)
  const rail = page.getByRole('navigation', { name: 'Main navigation' })
  for (const name of ['Performance', 'Settings', 'Live', 'Meetings']) {
    await rail.getByRole('link', { name }).click()
    await expect(rail.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
    await expect(rail.locator('[aria-current]')).toHaveCount(1)
    await expect(page.locator('main')).toBeFocused()
  }
  await page.goto(`${server.url}#/meeting/${past.id}`)
  await expect(rail.getByRole('link', { name: 'Meetings' })).toHaveAttribute('aria-current', 'page')
})

test('on a narrow screen it lies along the lower edge and hides nothing', async ({
  page,
  engine,
  server,
}) => {
  engine.keep(aMeeting())
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(server.url)
  const rail = page.getByRole('navigation', { name: 'Main navigation' })
  await expect(rail).toBeInViewport({ ratio: 1 })
  for (const link of await rail.getByRole('link').all()) {
    const box = await link.boundingBox()
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44)
  }
})

test('a question mark shows every key, and gives the focus back', async ({ page, server }) => {
  await page.goto(server.url)
  const help = page.getByRole('button', { name: 'Shortcuts' })
  await help.focus()
  await page.keyboard.press('Shift+?')
  const dialog = page.getByRole('dialog', { name: 'Shortcuts' })
  await expect(dialog).toContainText('Find and do anything')
  await expect(dialog).toContainText('Ctrl+K')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(help).toBeFocused()
})

test('a theme and a text size are put on at once, and before the first paint next time', async ({
  page,
  engine,
  server,
}) => {
  engine.keep(aMeeting())
  await page.goto(`${server.url}#/settings/appearance`)
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.body.parentElement!).backgroundColor)
  const before = await ground()
  await page.getByRole('combobox', { name: 'Theme' }).click()
  await page.getByRole('option', { name: 'Dark' }).click()
  expect(await ground()).not.toBe(before)
  const dark = await ground()
  await page.getByRole('combobox', { name: 'Text size' }).click()
  await page.getByRole('option', { name: '150 %' }).click()
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  expect(await size()).toBe('24px')
  await page.reload({ waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect([await ground(), await size()]).toEqual([dark, '24px'])
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBeLessThanOrEqual(0)
})

/** A search that is narrowed. */
import { faintTexts, namelessThings, overflow } from './contrast.ts'
import { expect, scriptedTest as test } from './served-page.ts'
import { understoodMeeting } from './understood-meeting.ts'

test('filters narrow what is found, are in the address, and can be taken off', async ({
  page,
  engine,
  server,
}) => {
  understoodMeeting(engine)
  const asked: unknown[] = []
  const { 'search.find': find } = engine.api
  engine.script['search.find'] = async (wish) => {
    asked.push(wish.filters)
    return { ...(await find(wish)), without: 'No embedding model is on this computer.' }
  }
  await page.goto(`${server.url}#/?q=server`)
  const hits = page.locator('.hit')
  await expect(hits).toHaveCount(2)
  await expect(
    page.getByText('Found by words. No embedding model is on this computer.'),
  ).toBeVisible()
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Meeting' }).selectOption({ index: 2 })
  await expect(hits).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Only places with' }).selectOption('A decision')
  await page.getByLabel('From', { exact: true }).fill('2026-01-01')
  await expect(page).toHaveURL(/kind=decision/)
  await expect(page.getByText('Filters (3)')).toBeVisible()
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({ kind: 'decision', from: '2026-01-01', track: null })
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Only places with' })).toHaveValue('decision')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(hits).toHaveCount(2)
  await expect(page).toHaveURL(/#\/\?q=server$/)
  await hits.first().click()
  await expect(page.locator('.segment.lit')).toBeInViewport()
})

for (const width of [1440, 900, 360]) {
  test(`the filters have room, ${width} wide`, async ({ page, engine, server }, info) => {
    await page.setViewportSize({ width, height: 900 })
    understoodMeeting(engine)
    await page.goto(`${server.url}#/?q=server&track=them`)
    await expect(page.locator('.hit').first()).toBeVisible()
    expect(await faintTexts(page)).toEqual([])
    expect(await namelessThings(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.screenshot({ path: info.outputPath(`search-${width}.png`) })
  })
}

/** What holds on every screen: axe has nothing against it, it stays usable with large text, and it keeps its focus. */
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { everyScreen } from './every-screen.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const looks = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'high contrast', media: { colorScheme: 'light', contrast: 'more' } },
  { name: "the system's own colours", media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const

for (const { name: look, media } of looks) {
  test(`axe has nothing against any screen or dialog: ${look}`, async ({
    page,
    engine,
    server,
  }) => {
    const places = everyScreen(engine, true)
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await page.goto(server.url)
    for (const { name, hash } of places) {
      await show(page, hash)
      expect(await violations(page), name).toEqual([])
    }
    for (const name of ['Search', 'Shortcuts']) {
      await page.getByRole('navigation').getByRole('button', { name }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
  })
}

test('with text twice as large and on a narrow screen nothing is cut off sideways', async ({
  page,
  engine,
  server,
}) => {
  const places = everyScreen(engine, true)
  for (const width of [1440, 640]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${server.url}?${width}`)
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--text-size', '200%')
    })
    for (const { name, hash } of places) {
      await show(page, hash)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, `${name} at ${width}`).toBeLessThanOrEqual(0)
    }
  }
})

test('whoever wants no motion sees none', async ({ page, engine, server }) => {
  const places = everyScreen(engine, true)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(server.url)
  for (const { name, hash } of places) {
    await show(page, hash)
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    )
    expect(moving, name).toBe(0)
  }
})

async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => location.assign(to), hash)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status', { name: /^Loading|being read/ })).toHaveCount(0)
}

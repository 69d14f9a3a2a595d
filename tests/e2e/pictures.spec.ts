/**
 * Writes pictures of every screen, light and dark, wide and narrow: to `out/pictures`, or to `docs/pictures` when
 * RTSTT_PICTURES says `docs`. Whoever changes how the page looks looks at them.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { everyScreen } from './every-screen.ts'
import { expect, scriptedTest as test } from './served-page.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, process.env['RTSTT_PICTURES'] === 'docs' ? 'docs' : 'out', 'pictures')

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen can be looked at, ${colorScheme}`, async ({ page, engine, server }) => {
    mkdirSync(folder, { recursive: true })
    const places = everyScreen(engine, true)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of [1440, 900]) {
      await page.setViewportSize({ width, height: 900 })
      for (const { name, hash } of places) {
        await page.goto(`${server.url}?${name}${hash}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByRole('status', { name: /^Loading|being read/ })).toHaveCount(0)
        const path = join(folder, `${name}-${colorScheme}-${width}.png`)
        await page.screenshot({ path, scale: 'css', animations: 'disabled' })
      }
    }
  })
}

/** What the accessibility rules of axe find wrong with the page as it is. */
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** One line for each thing; none where all is well. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // The content policy allows no script that is not the page's own: it is run from outside.
  await page.evaluate(await readFile(path, 'utf8'))
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  )
}

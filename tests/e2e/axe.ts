import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** What the rules of axe find wrong on the page as it stands: a line for each, with the elements. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Into the page past its content policy, as a tool of the browser would.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe }
    const found = await inPage.run(document, { resultTypes: ['violations'] })
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    )
  })
}

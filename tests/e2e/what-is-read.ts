import type { Page } from '@playwright/test'
import { expect } from './served-page.ts'

/** The first line in view and where it stands, once the view has come to rest. */
export async function whatIsRead(
  page: Page,
): Promise<{ readonly line: string; readonly top: number }> {
  const look = () =>
    page.evaluate(async () => {
      // What arrived is laid out, and scrolling that it causes is done, after two frames.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      const below = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0
      const lines = [...document.querySelectorAll<HTMLElement>('.segment')]
      const seen = lines.find((line) => line.getBoundingClientRect().top >= below)
      if (!seen) throw new Error('No line of the text is in view.')
      return { line: seen.innerText, top: seen.getBoundingClientRect().top }
    })
  let seen = await look()
  await expect(async () => {
    const before = seen
    seen = await look()
    expect(seen).toEqual(before)
  }).toPass()
  return seen
}

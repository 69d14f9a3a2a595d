import type { Page } from '@playwright/test'
import type { Segment } from '#contract/transcript.ts'
import { aMeeting, aSegment } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

// A trace copies the whole document at every step, which is what takes the time then.
test.use({ trace: 'off' })

/** Two words of each line are doubtful, as in a noisy meeting. */
function unsureHere(segment: Segment): Segment {
  const words = segment.words.map((word, at) =>
    at % 6 === 3 ? { ...word, confidence: 0.3 } : word,
  )
  return { ...segment, words }
}

test('three hours of text open at a place, are searched and typed in without a stall', async ({
  page,
  engine,
  server,
}) => {
  const words = 'the quarterly budget for the microphone array is decided on Friday'
  const segments = Array.from({ length: 3_000 }, (_, line) =>
    unsureHere(aSegment(line % 3 ? 'me' : 'them', line * 3_600, `Line ${line}: ${words}.`)),
  )
  const meeting = engine.keep(aMeeting({ durationMs: 10_800_000 }), segments)
  await page.goto(`${server.url}#/meeting/${meeting.id}?t=${1_500 * 3_600}`)
  const lit = page.locator('.lit')
  await expect(lit).toContainText('Line 1500:')
  await expect(lit).toBeInViewport()

  const longestStall = await watchStalls(page)
  const found = page.getByRole('search').getByRole('status')
  const field = page.getByRole('searchbox', { name: 'Find in this meeting' })
  const stalls: number[] = []
  // A stall of the page's own comes every time, one of a busy machine does not.
  for (let turn = 0; turn < 3; turn++) {
    await field.fill('line 2999')
    await expect(found).toHaveText('1 of 1')
    await expect(lit).toContainText('Line 2999:')
    await expect(lit).toBeInViewport()
    await field.fill('budget')
    await expect(found).toHaveText('1 of 3000')
    await field.press('Shift+Enter')
    await expect(found).toHaveText('3000 of 3000')
    await expect(lit).toContainText('Line 2999:')
    await expect(lit).toBeInViewport()
    stalls.push(await longestStall())
  }
  expect(Math.min(...stalls)).toBeLessThan(500)
})

/** For how long the page let a key stroke wait at worst, in milliseconds, since it was last asked. */
async function watchStalls(page: Page): Promise<() => Promise<number>> {
  const stalls = await page.evaluateHandle(() => {
    const seen: number[] = []
    const watch = new PerformanceObserver((list) => {
      seen.push(...list.getEntries().map(({ duration }) => duration))
    })
    watch.observe({ entryTypes: ['longtask'] })
    return seen
  })
  return () => stalls.evaluate((seen) => Math.max(0, ...seen.splice(0)))
}

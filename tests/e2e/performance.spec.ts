import type { PerformanceSample } from '#contract/performance.ts'
import { expect, realTest, scriptedTest as test } from './served-page.ts'

function samplesUntil(endMs: number): PerformanceSample[] {
  return Array.from({ length: 60 }, (_, index) => ({
    at: new Date(endMs - (60 - index) * 2000).toISOString(),
    spanMs: 2000,
    meetingId: null,
    lagMs: 300 + 10 * index,
    lookMs: { median: 60, longest: 120 },
    decoding: 0.2,
    processes: [
      { name: 'engine', cpu: 0.1, memoryBytes: 110e6 },
      { name: 'recognition', cpu: 0.6, memoryBytes: 300e6 },
    ],
    gpu: null,
    tokensPerSecond: null,
  }))
}

test('what was measured is drawn, and told in words', async ({ page, engine, server }) => {
  engine.script['performance.read'] = async () => samplesUntil(Date.now())
  await page.goto(`${server.url}#/performance`)
  const lag = page.getByRole('figure').filter({ hasText: 'Text behind the sound' })
  await expect(lag).toContainText('Text behind the sound: 890 ms at the end, 890 ms at most')
  const memory = page.getByRole('figure').filter({ hasText: 'Memory' })
  await expect(memory).toContainText('410 MB at the end')
  await expect(page.getByText('graphics card does not tell')).toBeVisible()
})

test('what comes in while somebody looks is added', async ({ page, engine, server }) => {
  await page.goto(`${server.url}#/performance`)
  await expect(page.getByText('Nothing is being measured')).toBeVisible()
  const [sample] = samplesUntil(Date.now() + 60 * 2000)
  if (!sample) throw new Error('There is no sample.')
  engine.emit({ type: 'performance.measured', sample })
  await expect(page.getByRole('figure').first()).toContainText('300 ms')
})

realTest(
  'this computer is measured on request, and a recording fills the charts',
  async ({ page, engine }) => {
    await page.goto(`${engine.url}#/performance`)
    await page.getByRole('button', { name: 'Measure this computer' }).click()
    const table = page.getByRole('table')
    const row = table.getByRole('row', { name: /^test-speech-en/ })
    await expect(row).toContainText(/the processor.*\d times.*ms, at most .*0\s?%/)
    await expect(table.getByRole('row', { name: /^whisper-tiny about/i })).toHaveCount(0)
    await expect(table.getByRole('row', { name: /^whisper-tiny cpu about/ })).toBeVisible()
    await engine.transcribe('four-sentences', 'Support')
    await expect(page.getByRole('figure').filter({ hasText: 'Memory' })).toContainText(
      'Recognition',
    )
  },
)

import { expect, inWindowToo, realTest as test } from './served-page.ts'

test(
  'what a recording is about stands beside its text, and each line can be heard',
  inWindowToo,
  async ({ page, engine }) => {
    await page.goto(engine.url)
    const meetingId = await engine.transcribe('meeting-60s', 'Planning')
    await page.getByRole('link', { name: /Planning/ }).click()
    const panel = page.getByRole('complementary')
    const task = panel.getByRole('listitem').filter({ hasText: 'Write the project roadmap' })
    await expect(task).toContainText('Peter')
    await expect(panel).toContainText('We decided to stop the old service next Wednesday.')
    await expect(panel).toContainText('By rules, without a language model.')

    await task.getByRole('link', { name: 'Go to 0:13' }).click()
    const player = page.getByRole('region', { name: 'Player' })
    await player.getByRole('button', { name: 'Play' }).click()
    await expect
      .poll(() => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(13.2)
    await player.getByRole('button', { name: 'Pause' }).click()

    await page.getByRole('tab', { name: 'Summary' }).click()
    await expect(panel.getByRole('heading', { name: 'Decisions' })).toBeVisible()
    await expect(panel).toContainText('We decided to start a pilot project')

    const client = await engine.client()
    const { segments } = await client.call('meeting.read', { meetingId })
    const { insights } = await client.call('insights.read', { meetingId })
    const known = new Set(segments.map(({ id }) => id))
    const cited = insights.flatMap(({ citations }) => citations)
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter(({ segmentId }) => !known.has(segmentId))).toEqual([])
  },
)

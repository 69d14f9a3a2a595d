/** The two small windows of the desktop, opened as pages: captions, and the pill. */
import { defaultSettings } from '#contract/settings.ts'
import { violations } from './axe.ts'
import { aHearing, aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

function begin(engine: ScriptedEngine) {
  const meeting = aMeeting({ title: 'Call', state: 'live', durationMs: 0 })
  engine.keep(meeting, [aSegment('them', 0, 'Shall we begin with the budget?')])
  engine.hear(aHearing(meeting.id))
  return meeting
}

test('captions show what both sides say, settled and not', async ({
  page,
  engine,
  server,
}, info) => {
  await page.setViewportSize({ width: 1152, height: 146 })
  await page.goto(`${server.url}captions.html`)
  await expect(page.getByText('What is said appears here while RTSTT records.')).toBeVisible()
  const meeting = begin(engine)
  engine.emit({ type: 'meeting.started', meeting })
  await expect(page.getByText('Listening…')).toBeVisible()
  engine.commit(meeting.id, aSegment('them', 0, 'Shall we begin with the budget?'))
  engine.commit(meeting.id, aSegment('me', 4_000, 'Yes. I have sent <b>the figures</b>'))
  const hypothesis = { track: 'me', startMs: 6_000, endMs: 7_000, text: 'on Monday, as' } as const
  engine.emit({ type: 'hypothesis.changed', meetingId: meeting.id, track: 'me', hypothesis })

  const lines = page.getByRole('log', { name: 'Captions' }).locator('p')
  await expect(lines).toHaveText([
    'Others Shall we begin with the budget?',
    'Me Yes. I have sent <b>the figures</b> on Monday, as',
  ])
  // The newest words are never cut off, however much is said.
  await expect(lines.last().locator('.unsettled')).toBeInViewport()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('captions.png'), omitBackground: true })

  const captions = { ...defaultSettings.captions, sizePx: 44, contrast: 'soft' as const }
  engine.emit({ type: 'settings.changed', settings: { ...defaultSettings, captions } })
  await expect(lines.last()).toHaveCSS('font-size', '44px')
  await page.setViewportSize({ width: 1152, height: 213 })
  await expect(lines.last().locator('.unsettled')).toBeInViewport()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('captions-large.png') })

  engine.stop(meeting.id, 'asked')
  await expect(page.getByText('What is said appears here while RTSTT records.')).toBeVisible()
})

test('captions that are opened later show what was said, and say when RTSTT is away', async ({
  page,
  engine,
  server,
}) => {
  begin(engine)
  await page.goto(`${server.url}captions.html`)
  await expect(page.getByText('Shall we begin with the budget?')).toBeVisible()
  await server.close()
  await expect(page.getByText('RTSTT is being started again.')).toBeVisible()
})

test('the pill tells what is recorded and does what is asked', async ({
  page,
  engine,
  server,
}, info) => {
  await page.setViewportSize({ width: 252, height: 48 })
  const meeting = begin(engine)
  await page.goto(`${server.url}pill.html`)
  await expect(page.getByRole('button', { name: 'Stop recording' })).toBeEnabled()
  const progress = { meetingId: meeting.id, readMs: 0, totalMs: null }
  engine.emit({ type: 'meeting.progressed', ...progress, heardMs: 754_000 })
  await expect(page.getByText('12:34')).toBeVisible()
  const levels = [
    { track: 'me' as const, peak: 0.5, rms: 0.2 },
    { track: 'them' as const, peak: 0.9, rms: 0.05 },
  ]
  await expect(page.locator('.bar.me')).toBeAttached()
  engine.emit({ type: 'levels.measured', meetingId: meeting.id, levels })
  await expect(page.locator('.bar.me')).not.toHaveCSS('transform', 'matrix(1, 0, 0, 0, 0, 0)')
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: info.outputPath('pill.png') })

  // By keyboard alone.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Mute me', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  const unmute = page.getByRole('button', { name: 'Unmute me' })
  await expect(unmute).toBeEnabled()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Paused' })).toBeAttached()
  await page.getByRole('button', { name: 'Resume' }).click()
  const tracks = aHearing(meeting.id).tracks.map((one) => ({ ...one, state: 'lost' as const }))
  engine.hear(aHearing(meeting.id, { tracks }))
  await expect(page.getByText('Your microphone is not heard')).toBeAttached()
  await page.screenshot({ path: info.outputPath('pill-warning.png') })
  await page.getByRole('button', { name: 'Stop recording' }).click()
  await expect(page.getByText('Nothing is recorded')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop recording' })).toBeDisabled()
  expect(await violations(page)).toEqual([])
})

test('the pill says when to speak', async ({ page, server }) => {
  await page.goto(`${server.url}pill.html#dictating`)
  await expect(page.getByRole('status')).toHaveText('Speak now')
  expect(await violations(page)).toEqual([])
})

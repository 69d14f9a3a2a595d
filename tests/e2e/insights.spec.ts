/** What matters in a meeting, beside its text. */
import type { Page } from '@playwright/test'
import { faintTexts, namelessThings, overflow } from './contrast.ts'
import { aMeeting, aSegment } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'
import { anAction, aDecision } from './understanding-script.ts'
import { summarised, understoodMeeting } from './understood-meeting.ts'
import { whatIsRead } from './what-is-read.ts'

const panel = (page: Page) => page.getByRole('complementary', { name: 'What was understood' })
const insights = (page: Page) => page.getByRole('tabpanel', { name: 'Insights' })

test('each item leads to its place in the text', async ({ page, engine, server }) => {
  const { meeting } = understoodMeeting(engine)
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(
    page.getByText('By rules, without a language model. No language model is on this computer.'),
  ).toBeVisible()
  const decision = insights(page).getByRole('listitem').filter({ hasText: 'Take the larger' })
  await decision.getByRole('link', { name: 'Go to 0:18' }).click()
  await expect(page.locator('.segment.lit')).toHaveText(/larger server/)
  await expect(page.locator('.segment.lit')).toBeInViewport()
  await expect(
    decision.getByRole('link', { name: 'Changes a decision of Mar 5, 2026' }),
  ).toBeVisible()
  await insights(page)
    .getByRole('button', { name: /^budget/ })
    .click()
  await expect(page.locator('.segment mark').first()).toHaveText('budget')
  // Questions that are open come first.
  const questions = insights(page)
    .getByRole('region', { name: /^Questions/ })
    .getByRole('listitem')
  await expect(questions.first()).toContainText('Who books the room')
})

test('an item is ticked, corrected, dismissed and taken back', async ({ page, engine, server }) => {
  const { meeting } = understoodMeeting(engine)
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await page.getByRole('checkbox', { name: 'Done: Send the offer' }).check()
  await page.getByRole('button', { name: 'Edit: Send the offer' }).click()
  const what = page.getByRole('textbox', { name: 'What' })
  await expect(what).toBeFocused()
  await what.fill('Send the new offer')
  await page.getByRole('textbox', { name: 'Who' }).fill('Priya')
  await page.getByLabel('Day').fill('2026-12-01')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Edit: Send the new offer' })).toBeFocused()
  const kept = async () =>
    (await engine.api['insights.read']({ meetingId: meeting.id })).insights.filter(
      ({ kind }) => kind === 'action',
    )
  expect((await kept())[0]).toMatchObject({
    text: 'Send the new offer',
    owner: 'Priya',
    due: { text: 'by Friday', date: '2026-12-01' },
    done: true,
  })

  await page.getByRole('button', { name: 'Dismiss: Send the new offer' }).click()
  await page.getByRole('button', { name: /^Undo.*Send the new offer$/ }).click()
  await expect(page.getByRole('checkbox', { name: 'Done: Send the new offer' })).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss: Send the new offer' }).click()
  await page.getByRole('link', { name: 'All meetings' }).click()
  await expect.poll(async () => (await kept()).length).toBe(1)
})

test('markup that was said is shown as it is', async ({ page, engine, server }) => {
  const { meeting } = understoodMeeting(engine)
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(insights(page).getByText('<b onclick="alert(1)">Book</b> the room')).toBeVisible()
})

test('what comes in live moves neither the text nor what is pointed at', async ({
  page,
  engine,
  server,
}, info) => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    aSegment('them', index * 9_000, `Sentence number ${index}.`),
  )
  const meeting = engine.keep(aMeeting({ title: 'Call', state: 'live' }), lines)
  const [line] = lines
  if (!line) throw new Error('Nothing was said.')
  engine.find(meeting.id, [aDecision('Take the larger server', line)])
  await page.goto(`${server.url}#/live`)
  const decision = insights(page).getByText('Take the larger server')
  await expect(page.locator('.segment').last()).toBeInViewport()
  await decision.hover()
  await insights(page).getByRole('link', { name: 'Go to 0:00' }).click()
  await expect(page.getByRole('button', { name: 'Back to live' })).toBeVisible()
  const read = await whatIsRead(page)
  const before = await decision.boundingBox()
  const many = Array.from({ length: 12 }, (_, index) => anAction(`Do it, ${index}`, line))
  engine.find(meeting.id, many)
  engine.commit(meeting.id, aSegment('them', 600_000, 'One more.'))
  await expect(page.getByText('Do it, 11')).toBeAttached()
  expect(await whatIsRead(page)).toEqual(read)
  await expect(page.getByText('12 new insights')).toBeAttached()
  // A view scrolls by whole pixels.
  const moved = ((await decision.boundingBox())?.y ?? 0) - (before?.y ?? 0)
  expect(Math.abs(moved)).toBeLessThan(1)
  await page.screenshot({ path: info.outputPath('live.png') })
  await page.getByRole('button', { name: 'Back to live' }).click()
  await expect(page.getByText('One more.')).toBeInViewport()
})

test('what earlier meetings left leads there', async ({ page, engine, server }) => {
  const { meeting, earlier, segments } = understoodMeeting(engine)
  const insight = anAction('Ask the landlord', segments[0])
  const from = { meetingId: earlier.id, meetingTitle: earlier.title, startedAt: earlier.startedAt }
  engine.script['insights.carried'] = async () => ({
    actions: [{ ...from, insight }],
    decisions: [],
  })
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await page.getByText('Left from earlier meetings (1)').click()
  await page.getByRole('link', { name: /^Kick-off, / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kick-off')
})

test('the tabs are reached by keys, and the chosen one is remembered', async ({
  page,
  engine,
  server,
}) => {
  const { meeting } = understoodMeeting(engine)
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await page.getByRole('tab', { name: 'Insights' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Summary' })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Summary' })).toBeVisible()
  await page.keyboard.press('End')
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Ask' })).toHaveAttribute('aria-selected', 'true')
})

test('where there is little room the text is a tab, and a place leads back to it', async ({
  page,
  engine,
  server,
}) => {
  await page.setViewportSize({ width: 900, height: 700 })
  const { meeting } = understoodMeeting(engine)
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(page.getByRole('tab', { name: 'Transcript' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.getByRole('tab', { name: 'Insights' }).click()
  await expect(page.locator('.segment').first()).toBeHidden()
  await insights(page).getByRole('link', { name: 'Go to 0:18' }).click()
  await expect(page.locator('.segment.lit')).toBeInViewport()
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 900, 360]) {
    test(`everything can be read and named, ${colorScheme}, ${width} wide`, async ({
      page,
      engine,
      server,
    }, info) => {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const understood = understoodMeeting(engine)
      const { meeting } = understood
      summarised(engine, understood)
      await page.goto(`${server.url}#/meeting/${meeting.id}`)
      await engine.api['insights.read']({ meetingId: meeting.id })
      for (const name of ['Insights', 'Summary', 'Ask']) {
        await page.getByRole('tab', { name }).click()
        await expect(panel(page)).toBeVisible()
        expect(await faintTexts(page)).toEqual([])
        expect(await namelessThings(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        await page.screenshot({ path: info.outputPath(`${name}-${width}-${colorScheme}.png`) })
      }
    })
  }
}

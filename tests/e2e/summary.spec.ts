/** The summary of a meeting: read, written, corrected, and chosen among those that were written. */
import type { Page } from '@playwright/test'
import { AppError } from '#contract/errors.ts'
import type { Summary } from '#contract/summary.ts'
import { expect, scriptedTest as test } from './served-page.ts'
import { aSummary } from './understanding-script.ts'
import { summarised, understoodMeeting } from './understood-meeting.ts'

const summary = (page: Page) => page.getByRole('tabpanel', { name: 'Summary' })

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('rtstt.tab', 'summary'))
})

test('each line leads to its places; a title is taken over', async ({ page, engine, server }) => {
  const understood = understoodMeeting(engine)
  summarised(engine, understood)
  await page.goto(`${server.url}#/meeting/${understood.meeting.id}`)
  const line = summary(page).getByRole('listitem').filter({ hasText: 'Anna sends' })
  await expect(line.getByRole('link')).toHaveText(['0:09', '0:45'])
  await line.getByRole('link', { name: 'Go to 0:45' }).click()
  await expect(page.locator('.segment.lit')).toHaveText(/Eleven thousand/)
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Budget and server')
})

test('another is written as it grows, or taken back', async ({ page, engine, server }) => {
  const understood = understoodMeeting(engine)
  const { id: meetingId } = understood.meeting
  const waiting: { done: (summary: Summary) => void; fail: (error: Error) => void }[] = []
  const wishes: unknown[] = []
  engine.script['summary.write'] = async (wish) => {
    wishes.push(wish)
    return new Promise((done, fail) => waiting.push({ done, fail }))
  }
  engine.script['summary.cancel'] = async () => {
    waiting.at(-1)?.fail(new AppError('cancelled', 'The writing was cancelled.'))
    return null
  }
  await page.goto(`${server.url}#/meeting/${meetingId}`)
  await expect(page.getByText('There is no summary yet.')).toBeVisible()
  await page.getByLabel('Kind of meeting').selectOption('Stand-up')
  await page.getByLabel('Written in').selectOption('it')
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await expect(page.getByText('Writing, 0%')).toBeVisible()
  engine.emit({ type: 'summary.progressed', meetingId, share: 0.4, draft: 'So far' })
  await expect(page.getByText('Writing, 40%')).toBeVisible()
  await expect(page.getByText('Draft, not checked yet')).toBeVisible()
  await summary(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('So far')).toBeHidden()
  await expect(summary(page).getByRole('alert')).toHaveCount(0)

  await page.getByRole('button', { name: 'Write', exact: true }).click()
  const sections = [{ title: 'Overview', lines: [{ text: 'All is well.', citations: [] }] }]
  const written = aSummary(meetingId, sections, { model: 'tiny', without: null, dropped: 2 })
  await expect.poll(() => waiting.length).toBe(2)
  waiting.at(-1)?.done(written)
  await expect(
    page.getByText('With tiny. 2 claims were not borne out and are left out.'),
  ).toBeVisible()
  expect(wishes).toHaveLength(2)
  expect(wishes[0]).toEqual({ meetingId, template: 'stand-up', model: null, language: 'it' })
})

test('a person’s words keep what the other lines rest on, and the old one can count again', async ({
  page,
  engine,
  server,
}) => {
  const understood = understoodMeeting(engine)
  const first = summarised(engine, understood)
  await page.goto(`${server.url}#/meeting/${understood.meeting.id}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const overview = page.getByRole('textbox', { name: 'Overview' })
  const kept = first.sections[0]?.lines[0]
  await overview.fill(`${kept?.text}\nAnd I wrote this.`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Written by a person.')).toBeVisible()
  const now = await engine.api['summary.read']({ meetingId: understood.meeting.id })
  expect(now?.sections[0]?.lines).toEqual([kept, { text: 'And I wrote this.', citations: [] }])

  await page.getByText('Earlier versions (1)').click()
  await page.getByRole('button', { name: /^Show.*Version 1$/ }).click()
  await expect(page.getByText('Anna sends')).toBeVisible()
  await page.getByRole('button', { name: /^Use this version.*Version 1$/ }).click()
  await expect(page.getByText('Written by a person.')).toBeHidden()
})

test('what is old or still grows says so', async ({ page, engine, server }) => {
  const understood = understoodMeeting(engine, { state: 'live' })
  const written = summarised(engine, understood)
  await page.goto(`${server.url}#/meeting/${understood.meeting.id}`)
  engine.write({ ...written, outdated: true })
  await expect(page.getByText('The text was changed after this was written.')).toBeVisible()
  engine.write({ ...written, state: 'growing' })
  await expect(page.getByText('Grows with the meeting')).toBeVisible()
})

/** Questions, and answers that show what they rest on. */
import type { Page } from '@playwright/test'
import type { Answer } from '#contract/ask.ts'
import { AppError } from '#contract/errors.ts'
import type { AskId } from '#contract/ids.ts'
import { expect, scriptedTest as test } from './served-page.ts'
import { cites } from './understanding-script.ts'
import { understoodMeeting } from './understood-meeting.ts'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('rtstt.tab', 'ask'))
})

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Ask' })

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Question' }).fill(question)
  await page.getByRole('textbox', { name: 'Question' }).press('Enter')
}

test('an answer grows unchecked, and then shows its places', async ({ page, engine, server }) => {
  const { meeting, earlier, segments } = understoodMeeting(engine)
  const [, , server2, , , left] = segments
  let answer: (answer: Answer) => void = () => {}
  let askId: AskId | null = null
  engine.script['ask.question'] = async (wish) => {
    askId = wish.askId
    expect(wish.filters.meetingId).toBe(null)
    return new Promise((done) => (answer = done))
  }
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await page.getByRole('combobox', { name: 'Where to look' }).selectOption('All meetings')
  await ask(page, 'What is left of the budget?')
  await expect(page.getByText('Looking for an answer…')).toBeVisible()
  await expect.poll(() => askId).not.toBeNull()
  if (askId) engine.emit({ type: 'answer.progressed', askId, draft: 'Perhaps a million' })
  await expect(page.getByText('Draft, not checked yet')).toBeVisible()
  await expect(page.getByText('Perhaps a million')).toBeVisible()

  const [elsewhere] = (await engine.api['meeting.read']({ meetingId: earlier.id })).segments
  if (!elsewhere) throw new Error('Nothing was said.')
  const { words: _, ...segment } = left
  answer({
    question: 'What is left of the budget?',
    supported: true,
    lines: [
      {
        text: 'Eleven thousand are left.',
        citations: cites(left).map((place) => ({ ...place, meetingId: meeting.id })),
      },
      {
        text: 'A small server was chosen before the larger one.',
        citations: [
          ...cites(elsewhere).map((place) => ({ ...place, meetingId: earlier.id })),
          ...cites(server2).map((place) => ({ ...place, meetingId: meeting.id })),
        ],
      },
    ],
    sources: [
      {
        meetingId: meeting.id,
        meetingTitle: meeting.title,
        startedAt: meeting.startedAt,
        segment,
        snippet: 'Eleven thousand are left of the \u0002budget\u0003.',
      },
    ],
    model: 'tiny',
    without: null,
    dropped: 1,
  })
  await expect(page.getByText('Perhaps a million')).toBeHidden()
  await expect(page.getByText('With tiny. 1 claim was not borne out')).toBeVisible()
  await page.getByText('1 place was read').click()
  await expect(panel(page).locator('mark')).toHaveText('budget')
  await page.getByRole('link', { name: 'Go to 0:45' }).first().click()
  await expect(page.locator('.segment.lit')).toHaveText(/Eleven thousand/)
  await page.getByRole('link', { name: 'Go to 0:03' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kick-off')
  await page.goBack()
  await expect(page.getByText('Eleven thousand are left.')).toBeVisible()
})

test('what nobody said is not answered', async ({ page, engine, server }) => {
  const { meeting } = understoodMeeting(engine)
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await ask(page, 'Who won?')
  await expect(page.getByText('Not in this meeting.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Where to look' }).selectOption('All meetings')
  await ask(page, 'Who lost?')
  await expect(page.getByText('Not in your meetings.')).toBeVisible()
  await expect(page.getByText('Who won?')).toBeVisible()
})

test('a question is taken back, and a failure is told in its place', async ({
  page,
  engine,
  server,
}) => {
  const { meeting } = understoodMeeting(engine)
  engine.script['ask.question'] = async () => new Promise(() => {})
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await ask(page, 'Who won?')
  await page.getByRole('button', { name: /^Cancel.*Who won/ }).click()
  await expect(page.getByText('Cancelled.')).toBeVisible()
  engine.script['ask.question'] = async () => {
    throw new AppError('model_broken', 'The model file is damaged.')
  }
  await ask(page, 'Who lost?')
  await expect(panel(page).getByRole('alert')).toHaveText('The model file is damaged.')
})

/** Text that is replaced while somebody reads it. */
import type { Page } from '@playwright/test'
import type { Meeting } from '#contract/meeting.ts'
import type { Refining } from '#contract/refining.ts'
import type { Segment } from '#contract/transcript.ts'
import { aHearing, aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'
import { whatIsRead } from './what-is-read.ts'

const lines = Array.from({ length: 60 }, (_, line) =>
  aSegment(line % 2 ? 'me' : 'them', line * 9_000, `This is line ${line}.`),
)

async function openText(
  page: Page,
  engine: ScriptedEngine,
  url: string,
  state: Meeting['state'],
): Promise<Meeting> {
  const meeting = engine.keep(aMeeting({ title: 'Call', state }), lines)
  if (state === 'live') engine.hear(aHearing(meeting.id))
  await page.goto(state === 'live' ? `${url}#/live` : `${url}#/meeting/${meeting.id}`)
  await expect(page.getByText('This is line 59.')).toBeAttached()
  return meeting
}

const long = (text: string): string => `${text} ${'And so on. '.repeat(40)}`.trim()
const revisedTo = (segment: Segment, text: string): Segment => ({
  ...segment,
  text,
  status: 'final',
})

/** The line by number; the lines are made above. */
function lineOf(number: number): Segment {
  const line = lines[number]
  if (!line) throw new Error(`There is no line ${number}.`)
  return line
}

const numberOf = (line: string): number => Number(/line (\d+)/.exec(line)?.[1])

for (const state of ['live', 'done'] as const) {
  test(`a reader who looks back keeps the line they read while text is revised: ${state}`, async ({
    page,
    engine,
    server,
  }) => {
    const { id } = await openText(page, engine, server.url, state)
    await page.mouse.move(400, 300)
    await page.mouse.wheel(0, state === 'live' ? -2_000 : 2_500)
    if (state === 'live')
      await expect(page.getByRole('button', { name: 'Back to live' })).toBeVisible()
    const before = await whatIsRead(page)
    const at = numberOf(before.line)
    expect(at).toBeGreaterThan(5)
    const stays = async (shown: string): Promise<void> => {
      await expect(page.getByText(shown)).toBeAttached()
      const after = await whatIsRead(page)
      expect(after.line).toBe(before.line)
      expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
    }

    // The line right above may be in sight in part; what is further up is not. Longer text, under the same id:
    engine.revise(id, [], [revisedTo(lineOf(at - 2), long('Mended above.'))])
    await stays('Mended above.')
    // One segment instead of another, and two instead of one.
    const [two, three] = [lineOf(at - 3), lineOf(at - 4)]
    engine.revise(
      id,
      [two.id, three.id],
      [
        aSegment(two.track, two.startMs, long('New above.')),
        aSegment(three.track, three.startMs, 'First of two.'),
        aSegment(three.track, three.startMs + 3_000, long('Second of two.')),
      ],
    )
    await stays('Second of two.')
    // Text above that goes.
    engine.revise(id, [lineOf(at - 5).id], [revisedTo(lineOf(at - 2), 'Short again.')])
    await stays('Short again.')
    // Text below.
    engine.revise(id, [], [revisedTo(lineOf(at + 1), long('Mended below.'))])
    await stays('Mended below.')
  })
}

test('what is read itself changes where it stands', async ({ page, engine, server }) => {
  const { id } = await openText(page, engine, server.url, 'done')
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, 2_500)
  const before = await whatIsRead(page)
  engine.revise(id, [], [revisedTo(lineOf(numberOf(before.line)), 'This line is corrected.')])
  await expect(page.getByText('This line is corrected.')).toBeVisible()
  const after = await whatIsRead(page)
  expect(after.line.trim()).toBe('This line is corrected.')
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
})

function refining(meeting: Meeting, change: Partial<Refining> = {}): Refining {
  const whole = { doneMs: 0, totalMs: 100_000 }
  return { meetingId: meeting.id, model: 'base-q5_1', state: 'running', ...whole, ...change }
}

test('after a meeting its text is improved in sight, until somebody has enough of it', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openText(page, engine, server.url, 'live')
  const asked: unknown[] = []
  Object.assign(engine.script, {
    'meeting.cancelRefining': async (input: unknown) => {
      asked.push(input)
      const state = 'cancelled' as const
      engine.emit({ type: 'refining.changed', refining: refining(meeting, { state }) })
      return null
    },
  })
  engine.stop(meeting.id, 'asked')
  engine.emit({ type: 'refining.changed', refining: refining(meeting, { doneMs: 40_000 }) })
  await expect(page.getByText('Improving the text, 40%')).toBeVisible()
  await expect(page.getByText('Ended. Everything that was heard is stored.')).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'How much of the recording' })).toBeVisible()
  await page.getByRole('button', { name: /^Cancel.*Improve the text/ }).click()
  await expect(page.getByText('What was improved is kept.')).toBeVisible()
  expect(asked).toEqual([{ meetingId: meeting.id }])
  await expect(page.getByText('Improving the text, 40%')).toBeHidden()
})

test('an old meeting is improved on request, also in sight of who comes later', async ({
  page,
  engine,
  server,
}) => {
  const meeting = await openText(page, engine, server.url, 'done')
  const answer = Promise.withResolvers<Refining>()
  Object.assign(engine.script, { 'meeting.refine': () => answer.promise })
  const improve = page.getByRole('button', { name: 'Improve the text', exact: true })
  await improve.click()
  const now = refining(meeting, { doneMs: 25_000 })
  engine.emit({ type: 'refining.changed', refining: now })
  await expect(page.getByText('Improving the text, 25%')).toBeVisible()
  await expect(improve).toBeDisabled()
  Object.assign(engine.script, { 'meeting.refining': async () => now })
  await page.reload()
  await expect(page.getByText('Improving the text, 25%')).toBeVisible()
  await page.getByLabel('Language').selectOption('Italiano')
  await expect(page.getByText('Miglioramento del testo, 25%')).toBeVisible()
  engine.emit({ type: 'refining.changed', refining: refining(meeting, { state: 'done' }) })
  await expect(page.getByText('Tutta la registrazione è stata riletta.')).toBeVisible()
  answer.resolve(refining(meeting, { state: 'done' }))
})

/** How text is shown while it is spoken: one sentence that settles from its front, and what is unsure of it. */
import type { Page } from '@playwright/test'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { faintTexts } from './contrast.ts'
import { openCall } from './open-call.ts'
import { aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

function unsettled(
  engine: ScriptedEngine,
  meetingId: MeetingId,
  [track, startMs, text]: readonly [TrackName, number, string],
): void {
  const hypothesis = text === '' ? null : { track, startMs, endMs: startMs + 800, text }
  engine.emit({ type: 'hypothesis.changed', meetingId, track, hypothesis })
}

/** The same segment with more words. */
function grown(segment: Segment, text: string): Segment {
  return { ...aSegment(segment.track, segment.startMs, text), id: segment.id }
}

function heardByScreenReader(page: Page): Promise<string> {
  return page.getByRole('log', { name: 'Transcript' }).ariaSnapshot()
}

test('a sentence grows in one place, and is read aloud once it is closed', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const log = page.getByRole('log', { name: 'Transcript' })
  const voices = page.locator('.live-text .voice')
  await expect(voices).toHaveCount(1)
  unsettled(engine, id, ['me', 9_000, 'We agreed'])
  await expect(voices).toHaveCount(2)

  const first = aSegment('me', 9_000, 'We agreed to')
  engine.commit(id, first, true)
  unsettled(engine, id, ['me', 10_100, 'shop the'])
  const growing = page.locator('.voice.me .voice-text')
  await expect(growing).toHaveText('We agreed to shop the')
  await expect(voices).toHaveCount(2)
  await expect(growing.locator('.unsettled')).toHaveText('shop the')

  // The other voice comes in between, and the sentence goes on where it is.
  engine.commit(id, aSegment('them', 10_500, 'Yes.'))
  engine.commit(id, grown(first, 'We agreed to ship the'), true)
  unsettled(engine, id, ['me', 11_000, 'new release.'])
  await expect(growing).toHaveText('We agreed to ship the new release.')
  const before = await heardByScreenReader(page)
  expect(before).toContain('Yes.')
  expect(before).not.toContain('We agreed')

  const added = await log.evaluateHandle((element) => {
    const texts: string[] = []
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element && !node.closest('[aria-hidden]')) texts.push(node.textContent)
    }).observe(element, { childList: true, subtree: true })
    return texts
  })
  engine.commit(id, grown(first, 'We agreed to ship the new release.'))
  unsettled(engine, id, ['me', 0, ''])
  await expect(growing).toHaveText('We agreed to ship the new release.')
  await expect(page.locator('.unsettled')).toHaveCount(0)
  expect(await heardByScreenReader(page)).toContain('We agreed to ship the new release.')
  expect(await added.jsonValue()).toEqual(['Me 0:09We agreed to ship the new release. '])
})

test('what continues a closed sentence is read as its end, what does not stands apart', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  unsettled(engine, id, ['them', 2_500, 'I will share'])
  const voices = page.locator('.live-text .voice')
  await expect(voices).toHaveCount(1)
  await expect(voices.locator('.voice-text')).toHaveText('Can everybody hear me? I will share')
  unsettled(engine, id, ['them', 40_000, 'Next topic'])
  await expect(voices).toHaveCount(2)
  await expect(page.locator('.hypotheses')).toContainText('Next topic')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`words that the model was unsure of can be told apart and read, ${colorScheme}`, async ({
    page,
    engine,
    server,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const said = aSegment('me', 4_000, 'Priya owns the billing system')
    const [first, ...rest] = said.words
    const words = [...(first ? [{ ...first, confidence: 0.2 }] : []), ...rest]
    const sure = aSegment('them', 0, 'Who owns the billing system?')
    const meeting = engine.keep(aMeeting(), [sure, { ...said, words }])
    await page.goto(`${server.url}#/meeting/${meeting.id}`)
    const doubtful = page.locator('.past-text .doubtful')
    await expect(doubtful).toHaveText('Priya')
    await expect(doubtful).toHaveAttribute('aria-roledescription', 'unsure')
    await expect(page.getByText(/may be wrong: the recogniser was unsure/)).toBeVisible()
    expect(await faintTexts(page)).toEqual([])

    await page.getByRole('searchbox', { name: 'Find in this meeting' }).fill('priya owns')
    await expect(page.locator('.past-text mark')).toHaveText(['Priya', ' ', 'owns'])
    expect(await faintTexts(page)).toEqual([])
  })
}

test('a meeting without unsure words says nothing of them', async ({ page, engine, server }) => {
  await openCall(page, engine, server.url)
  await expect(page.getByText(/the recogniser was unsure/)).toHaveCount(0)
})

test('text that is late says that it catches up, and only then', async ({
  page,
  engine,
  server,
}) => {
  const { id } = await openCall(page, engine, server.url)
  const pace = (step: number): EngineEvent => ({
    type: 'pace.changed',
    meetingId: id,
    step,
    lagMs: 4_000,
  })
  const heard = { heardMs: 20_000, readMs: 14_000, totalMs: null }
  engine.emit({ type: 'meeting.progressed', meetingId: id, ...heard })
  await expect(page.getByText('Text 6.0 s behind')).toBeVisible()
  const note = page.getByText('Catching up, nothing is left out')
  engine.emit(pace(2))
  await expect(note).toHaveCount(0)
  engine.emit(pace(3))
  await expect(note).toBeVisible()
  engine.emit(pace(0))
  await expect(note).toHaveCount(0)
})

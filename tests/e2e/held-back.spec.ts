/** What was understood and not shown. */
import { randomUUID } from 'node:crypto'
import { RefusalId } from '#contract/ids.ts'
import type { Refusal } from '#contract/refusal.ts'
import { aMeeting, aSegment } from './scripted-engine.ts'
import { expect, scriptedTest as test } from './served-page.ts'

test('places that were held back are listed with their reason, and shown on request', async ({
  page,
  engine,
  server,
}) => {
  const meeting = engine.keep(aMeeting(), [aSegment('me', 0, 'Can you hear me?')])
  let refused: Refusal[] = [
    ['media_phrase', 'Thanks for watching!', 12_000],
    ['bleed', 'the budget is approved', 61_000],
    ['of_tomorrow', 'hm', 90_000],
  ].map(([rule, text, startMs]) => ({
    id: RefusalId.parse(randomUUID()),
    meetingId: meeting.id,
    track: 'me',
    rule: String(rule),
    text: String(text),
    startMs: Number(startMs),
    endMs: Number(startMs) + 900,
    segmentId: null,
  }))
  Object.assign(engine.script, {
    'refusal.list': async () => refused,
    'refusal.restore': async ({ refusalId }: { refusalId: RefusalId }) => {
      const refusal = refused.find(({ id }) => id === refusalId)
      if (!refusal) throw new Error('It was listed.')
      const segment = aSegment('me', refusal.startMs, refusal.text)
      refused = refused.map((each) =>
        each === refusal ? { ...each, segmentId: segment.id } : each,
      )
      engine.revise(meeting.id, [], [segment])
      return segment
    },
  })
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await page.getByText('3 places held back').click()
  const places = page.getByRole('listitem').filter({ has: page.getByRole('link') })
  await expect(places).toHaveCount(3)
  await expect(places.first()).toContainText('0:12')
  await expect(places.first()).toContainText('A phrase that models write where nobody speaks.')
  await expect(places.nth(1)).toContainText('The loudspeaker said it')
  await expect(places.last()).toContainText('It was probably not said.')
  const text = page.locator('.past-text')
  await expect(text).not.toContainText('the budget is approved')
  await page.getByRole('button', { name: /^Show it.*the budget is approved/ }).click()
  await expect(text).toContainText('the budget is approved')
  await expect(page.getByText('2 places held back')).toBeVisible()
  await expect(places.nth(1)).toContainText('Shown')
})

test('a meeting of which nothing was held back does not speak of it', async ({
  page,
  engine,
  server,
}) => {
  const meeting = engine.keep(aMeeting(), [aSegment('me', 0, 'Can you hear me?')])
  await page.goto(`${server.url}#/meeting/${meeting.id}`)
  await expect(page.getByText('Can you hear me?')).toBeVisible()
  await expect(page.getByText('held back')).toHaveCount(0)
})

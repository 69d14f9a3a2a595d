import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { InsightId, MeetingId } from '#contract/ids.ts'
import type { EarlierDecision } from '#contract/insight.ts'
import { changedDecision } from './changed-decisions.ts'

/** Ten meetings of one series: what was decided in each, and which earlier decision it changes, by its name. */
const series: ReadonlyArray<
  ReadonlyArray<readonly [name: string, text: string, changes?: string]>
> = [
  [
    ['database', 'We decided to use MySQL for the billing database.'],
    ['launch', 'The launch of the mobile app is on 3 March.'],
  ],
  [
    ['host', 'We agreed to host the staging server in Frankfurt.'],
    ['retro', 'We decided to hold the retrospective every second Friday.'],
  ],
  [['database 2', 'We will use Postgres instead of MySQL.', 'database']],
  [
    ['logo', 'We decided to keep the blue logo for the website.'],
    ['budget', 'We agreed on a budget of twenty thousand euros for the campaign.'],
  ],
  [['launch 2', 'The launch of the mobile app is on 17 April.', 'launch']],
  [
    ['backup', 'We decided to back up the billing database every night.'],
    ['host 2', 'We no longer host the staging server in Frankfurt.', 'host'],
  ],
  [['prezzi', 'Abbiamo deciso di usare il listino prezzi vecchio per i rivenditori.']],
  [
    ['budget 2', 'The budget for the campaign is thirty thousand euros.', 'budget'],
    ['hire', 'We decided to hire a second designer.'],
  ],
  [
    ['prezzi 2', 'Useremo il listino prezzi nuovo invece di quello vecchio.', 'prezzi'],
    ['lunch', 'We agreed to order lunch for the workshop.'],
  ],
  [
    ['logo 2', 'We decided to use the green logo for the website.', 'logo'],
    ['workshop', 'The workshop will be in Milan instead of online.'],
  ],
]

it('links each decision of a labelled series to the one that it changes, and no other', () => {
  const earlier: EarlierDecision[] = []
  const found: Record<string, string> = {}
  const expected: Record<string, string> = {}
  const names = new Map<string, string>()
  for (const [index, decisions] of series.entries()) {
    const meetingId = MeetingId.parse(randomUUID())
    const known = [...earlier]
    for (const [name, text, changes] of decisions) {
      if (changes) expected[name] = changes
      const changed = changedDecision(text, known)
      if (changed) found[name] = names.get(changed.insightId) ?? ''
      const insightId = InsightId.parse(randomUUID())
      names.set(insightId, name)
      const startedAt = new Date(index * 86_400_000).toISOString()
      earlier.push({ meetingId, insightId, meetingTitle: 'Weekly', startedAt, text })
    }
  }
  expect(found).toEqual(expected)
})

const before = (text: string): EarlierDecision[] => [
  {
    meetingId: MeetingId.parse(randomUUID()),
    insightId: InsightId.parse(randomUUID()),
    meetingTitle: 'Weekly',
    startedAt: new Date(0).toISOString(),
    text,
  },
]

it.each([
  ['the same decision said again', 'We will use Postgres.', 'We will use Postgres.'],
  ['another subject', 'We will use Postgres for billing.', 'We will paint the office green.'],
  [
    'one more of the same kind',
    'We decided to hire a designer for the website.',
    'We decided to hire a developer for the website.',
  ],
  [
    'a turn about something else',
    'We will use Postgres for billing.',
    'We meet on Tuesday instead.',
  ],
  ['nothing but small words', 'We will do it.', 'We will not do it any more.'],
])('finds no change in %s', (_, then, now) => {
  expect(changedDecision(now, before(then))).toBeNull()
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import { Insight } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'
import { createFindInsights } from './find-insights.ts'
import type { Finding, Spoken } from './finding.ts'

/** Wednesday, at ten in the morning of who speaks. */
const startedAtMs = Date.UTC(2026, 2, 4, 9)

/** Each line is a segment: `track` or `track/speaker`, a colon, what was said. */
function spoken(text: string, language = 'auto'): Spoken {
  const segments = text
    .trim()
    .split('\n')
    .map((line, at): Segment => {
      const [, who = 'me', said = ''] = /^\s*([^:]*): ?(.*)$/u.exec(line) ?? []
      const [track, speaker] = who.split('/')
      return segmentOf(
        at,
        said,
        track === 'them' || track === 'mix' ? track : 'me',
        speaker ?? null,
      )
    })
  return { segments, language, startedAtMs, offsetMinutes: 60 }
}

function segmentOf(
  at: number,
  text: string,
  track: Segment['track'],
  speaker: string | null,
): Segment {
  const id = SegmentId.parse(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
  const startMs = at * 4000
  return {
    id,
    track,
    speaker,
    startMs,
    endMs: startMs + 3500,
    text,
    status: 'committed',
    words: [],
  }
}

function find<Kind extends Finding['kind']>(kind: Kind, text: string, language?: string) {
  return createFindInsights()(spoken(text, language)).flatMap((finding) =>
    finding.kind === kind ? [finding as Extract<Finding, { kind: Kind }>] : [],
  )
}

describe('actions', () => {
  it.each([
    ["me: I'll send the draft to Maria by Friday.", 'me', '2026-03-06'],
    ["them/Tom: I'll send the draft tomorrow.", 'Tom', '2026-03-05'],
    ["mix: I'll send the draft next week.", null, null],
    ['them: Anna will send the draft by the end of the month.', 'Anna', '2026-03-31'],
    ["them: Anna's going to send the draft on the 12th.", 'Anna', '2026-03-12'],
    ['them: Peter, please check the contract by the end of the week.', 'Peter', '2026-03-06'],
    ['me: Mando io il preventivo entro venerdì.', 'me', '2026-03-06'],
    ['them: Anna prepara le slide per lunedì.', 'Anna', '2026-03-09'],
    ['them: Dobbiamo aggiornare il listino entro fine mese.', null, '2026-03-31'],
    ['them: Luca, mi mandi il contratto entro il 15 marzo?', 'Luca', '2026-03-15'],
  ])('%s', (text, owner, date) => {
    const [action, ...more] = find('action', text)
    expect(action?.owner).toBe(owner)
    expect(action?.due?.date ?? null).toBe(date)
    expect(more).toEqual([])
  })

  it('reads as a task, in the words that were said', () => {
    const [action] = find(
      'action',
      "me: Okay, so I'll send the draft to Maria by Friday, no problem.",
    )
    expect(action?.text).toBe('Send the draft to Maria by Friday')
    expect(action?.due?.text).toBe('by Friday')
  })

  it('says "today" by the clock of who speaks', () => {
    const late = {
      ...spoken("me: I'll send the draft tomorrow."),
      startedAtMs: Date.UTC(2026, 2, 4, 23, 30),
    }
    const action = createFindInsights()(late).find(({ kind }) => kind === 'action')
    expect(action).toMatchObject({ due: { date: '2026-03-06' } })
  })

  it('belongs to whoever says yes', () => {
    const [action, ...more] = find(
      'action',
      'them/Tom: Who can book the room?\nme: I can do it.\nthem/Tom: Thanks.',
    )
    expect(action).toMatchObject({ text: 'Book the room', owner: 'me' })
    expect(action?.citations).toHaveLength(2)
    expect(more).toEqual([])
  })

  it('is one with what takes it on', () => {
    const found = find(
      'action',
      "me: Could you send me the slides?\nthem/Tom: Sure, I'll send them tomorrow.",
    )
    expect(found).toMatchObject([{ owner: 'Tom', due: { date: '2026-03-05' } }])
  })

  it('is read as one sentence where recognition cut it', () => {
    const found = find('action', "me: I'll send the draft to\nthem: Mm-hm.\nme: Maria by Friday.")
    expect(found).toMatchObject([{ text: 'Send the draft to Maria by Friday' }])
    expect(found[0]?.citations).toHaveLength(2)
  })
})

describe('decisions', () => {
  it('are settled by those who agree to a proposal', () => {
    const found = find(
      'decision',
      'me: I propose we use the small room.\nthem: Agreed.\nthem: Sounds good.',
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.citations).toHaveLength(3)
  })

  it('are none while nobody agrees', () => {
    expect(find('decision', "me: I propose we use the small room.\nthem: I'm not sure.")).toEqual(
      [],
    )
  })
})

describe('questions', () => {
  it.each([
    ['me: When does the contract end?\nthem: In March, I think.', 'In March, I think.'],
    ["me: When does the contract end?\nthem: I don't know.\nthem: In March we moved.", null],
    ['me: When does the contract end?\nme: In March we moved.', null],
    ['me: Quanti posti abbiamo?\nthem: Circa quaranta.', 'Circa quaranta.'],
    ['me: Quanti posti abbiamo?\nthem: Bella domanda, non ne ho idea.', null],
  ])('%s', (text, answer) => {
    const [question, ...more] = find('question', text)
    expect(question?.answer?.text ?? null).toBe(answer)
    expect(more).toEqual([])
  })
})

describe('keywords, topics and tone', () => {
  const talk = Array.from({ length: 80 }, (_, at) =>
    at < 40
      ? `me: The password reset on the login page broke after release ${at}, yeah.`
      : `them: The hiring plan is about three engineers and a terrible budget ${at}, okay.`,
  ).join('\n')

  it('are phrases, most important first, without filler', () => {
    const keywords = find('keyword', talk)
    expect(keywords.map(({ text }) => text)).toContain('password reset')
    expect(keywords.map(({ text }) => text)).toContain('hiring plan')
    expect(keywords[0]?.weight).toBe(1)
    expect(keywords.every(({ text }) => !/yeah|okay/i.test(text))).toBe(true)
    expect(keywords.length).toBeLessThanOrEqual(20)
  })

  it('turn where the words do', () => {
    const topics = find('topic', talk)
    expect(topics).toHaveLength(2)
    expect(topics[1]?.startMs).toBe(40 * 4000)
    expect(topics[1]?.text.toLowerCase()).toMatch(/hiring|plan|engineers|budget/)
  })

  it('sound as their words do', () => {
    const [, second] = find('tone', talk)
    expect(second?.score).toBeLessThan(0)
    const denied = find('tone', Array(4).fill('me: That is not good.').join('\n'))
    expect(denied[0]?.score).toBeLessThan(0)
  })
})

describe('a meeting', () => {
  it('may change its language from sentence to sentence', () => {
    const found = find(
      'action',
      "me: I'll send the draft tomorrow.\nthem: Dobbiamo aggiornare il listino.",
      'it',
    )
    expect(found).toHaveLength(2)
  })

  it('gives the same whether it grew or came at once', () => {
    const whole = spoken(
      "me: I'll send the draft to\nme: Maria by Friday.\nthem: Who can book the room?\nme: I can do it.\nthem: We decided to wait.\nme: Is it open?\nthem: Yes, it is.",
    )
    const growing = createFindInsights()
    let last: Finding[] = []
    for (let count = 0; count <= whole.segments.length; count++)
      last = growing({ ...whole, segments: whole.segments.slice(0, count) })
    expect(last).toEqual(createFindInsights()(whole))
  })

  const pieces = fc.constantFrom(
    "I'll ",
    'we decided ',
    'who can ',
    'mando io ',
    'entro venerdì ',
    'by Friday ',
    '@',
    ',',
    '?',
    '. ',
    'Anna ',
    'può ',
    '31',
    'è ',
    "l'",
    '\n',
    '{',
    '𝒜',
    'İ',
    '日本',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  )

  it('is read whatever was said, and every finding is valid and cites segments of it', () => {
    const said = fc.array(fc.tuple(text, fc.constantFrom('me', 'them', 'mix'), fc.option(text)), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(said, fc.constantFrom('auto', 'en', 'it', 'de', ''), (parts, language) => {
        const segments = parts.map(([each, track, speaker], at) =>
          segmentOf(at, each, track as Segment['track'], speaker === '' ? null : speaker),
        )
        const ids = new Set(segments.map(({ id }) => id))
        for (const finding of createFindInsights()({
          segments,
          language,
          startedAtMs,
          offsetMinutes: -300,
        })) {
          Insight.parse({ ...finding, id: '00000000-0000-4000-8000-000000000000', author: 'rules' })
          expect(finding.citations.length).toBeGreaterThan(0)
          for (const { segmentId } of finding.citations) expect(ids.has(segmentId)).toBe(true)
        }
      }),
    )
  })

  it('of ten hours is read, and one long breath too', () => {
    const hours = Array.from({ length: 7_500 }, (_, at) => `me: I'll send report ${at} by Friday.`)
    expect(find('action', hours.join('\n')).length).toBeGreaterThan(7_000)
    expect(find('action', `me: ${'and then we need to '.repeat(5_000)}`)).toEqual([])
  })

  it('that is empty, or one word, holds nothing', () => {
    const empty = { segments: [], language: 'auto', startedAtMs, offsetMinutes: 0 }
    expect(createFindInsights()(empty)).toEqual([])
    expect(createFindInsights()(spoken('me: Yes.'))).toEqual([])
  })
})

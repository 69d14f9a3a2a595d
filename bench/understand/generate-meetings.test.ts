import { describe, expect, it } from 'vitest'
import { generateMeetings } from './generate-meetings.ts'
import { phrasesHeldOutEn } from './phrases-held-out-en.ts'
import { phrasesHeldOutIt } from './phrases-held-out-it.ts'
import { heldOutBank } from './phrases-held-out.ts'
import { phrasesOpenEn } from './phrases-open-en.ts'
import { phrasesOpenIt } from './phrases-open-it.ts'
import { openBank } from './phrases-open.ts'
import { labelledKinds } from './labels.ts'

const meetings = [...generateMeetings(openBank), ...generateMeetings(heldOutBank)]

describe('generateMeetings', () => {
  it('gives the same meetings every time', () => {
    expect(generateMeetings(openBank)).toEqual(generateMeetings(openBank))
  })

  it('gives as many of each bank and language, of 15 to 65 minutes', () => {
    const count = (bank: string, language: string): number =>
      meetings.filter((each) => each.bank === bank && each.language === language).length
    expect([count('open', 'en'), count('open', 'it')]).toEqual([8, 8])
    expect([count('held-out', 'en'), count('held-out', 'it')]).toEqual([8, 8])
    for (const { durationMs } of meetings) {
      expect(durationMs).toBeGreaterThan(15 * 60_000)
      expect(durationMs).toBeLessThan(65 * 60_000)
    }
  })

  it('plants items of every kind, with places that are there', () => {
    for (const { labels, spoken } of meetings) {
      const known = new Set(spoken.segments.map(({ id }) => id))
      for (const kind of labelledKinds)
        expect(labels.filter((label) => label.sure && label.kind === kind).length).toBeGreaterThan(
          0,
        )
      for (const { segmentIds } of labels) {
        expect(segmentIds.length).toBeGreaterThan(0)
        expect(segmentIds.filter((id) => !known.has(id))).toEqual([])
      }
    }
  })

  it('lets time go on, and fills every slot', () => {
    for (const { spoken } of meetings) {
      let atMs = 0
      for (const { startMs, endMs, text, words } of spoken.segments) {
        expect(startMs).toBeGreaterThanOrEqual(atMs)
        expect(endMs).toBeGreaterThan(startMs)
        expect(text).not.toMatch(/[{}]|undefined| {2}/)
        expect(words.map((word) => word.text).join(' ')).toBe(text)
        atMs = endMs
      }
    }
  })

  it('says the same action or decision seldom twice in the same words', () => {
    for (const kind of ['action', 'decision'] as const)
      for (const bank of ['open', 'held-out'] as const) {
        const said = meetings
          .filter((meeting) => meeting.bank === bank)
          .flatMap(({ labels }) => labels.filter((label) => label.sure && label.kind === kind))
          .map((label) => label.said)
        expect(new Set(said).size / said.length).toBeGreaterThan(0.8)
      }
  })

  it('has no phrase in both banks', () => {
    for (const [open, heldOut] of [
      [phrasesOpenEn, phrasesHeldOutEn],
      [phrasesOpenIt, phrasesHeldOutIt],
    ] as const)
      for (const list of ['actions', 'decisions', 'questions', 'nearMisses', 'people'] as const)
        expect(open[list].filter((frame) => heldOut[list].includes(frame))).toEqual([])
  })
})

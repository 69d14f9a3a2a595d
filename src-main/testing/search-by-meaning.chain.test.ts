import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { indexingMeanings } from '#engine/index-meanings.ts'
import { keptMeetings } from './kept-meetings.ts'
import { tinyEmbeddingModel } from './tiny-language.ts'

function said(...lines: readonly string[]): Segment[] {
  return lines.map((text, at) => ({
    id: SegmentId.parse(randomUUID()),
    track: 'me',
    speaker: null,
    // So far apart that each is a passage of its own.
    startMs: at * 60_000,
    endMs: at * 60_000 + 4000,
    text,
    status: 'committed',
    words: [],
  }))
}

it('finds what means the same in other words once a meeting is indexed, and forgets it with its text', async () => {
  await using kept = await keptMeetings(null)
  const find = (query: string) => kept.api['search.find']({ query, filters: anywhere, limit: 10 })
  const segments = said(
    'The doctor was late today.',
    'We hire somebody in March.',
    'The invoice is ready.',
  )
  const meetingId = kept.keep({ segments, language: 'en' })

  const without = await find('physician')
  expect(without).toMatchObject({ hits: [], by: 'text' })
  expect(without.without).not.toBeNull()

  const { id } = await kept.api['model.add']({ path: tinyEmbeddingModel() })
  await kept.api['settings.change']({ embeddingModel: id })
  expect((await find('physician')).without).toContain('No meeting is indexed by meaning yet')

  await using meanings = indexingMeanings(kept.parts)
  await meanings.run()
  const found = await find('physician')
  expect(found).toMatchObject({ by: 'text_and_meaning', without: null })
  expect(found.hits[0]).toMatchObject({ meetingId, snippet: 'The doctor was late today.' })
  expect((await find('doctor')).hits[0]?.snippet).toContain('\u0002doctor\u0003')
  expect((await find('"the doctor"')).by).toBe('text')

  const other = kept.keep({ segments: said('Our physician is on holiday.'), language: 'en' })
  expect((await find('doctor')).without).toBe('1 of 2 meetings are not indexed by meaning yet.')
  await meanings.run()
  expect((await find('doctor')).hits.map((hit) => hit.meetingId)).toContain(other)

  const [first] = segments
  if (!first) throw new Error('There is one')
  await kept.api['segment.edit']({ meetingId, segmentId: first.id, text: 'The dog was late.' })
  expect((await find('physician')).hits.map(({ snippet }) => snippet)).not.toContain(
    'The doctor was late today.',
  )
  await meanings.run()
  expect((await find('physician')).without).toBeNull()
  await kept.api['meeting.delete']({ meetingId: other })
  expect((await find('physician')).hits.map((hit) => hit.meetingId)).not.toContain(other)
})

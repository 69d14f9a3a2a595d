import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment, Word } from '#contract/transcript.ts'
import { HEADER_BYTES } from '#engine/audio/wav-header.ts'
import { type KeptMeetings, keepText, keptMeetings } from './kept-meetings.ts'
import { sample } from './real-engine.ts'

const path = sample('decision.wav')

it('a sentence in whose middle the program died goes on where it was, wherever that is', async () => {
  await using meetings = await keptMeetings(null)
  const wish = { path, title: null, model: 'test-speech-en', language: 'en', vocabulary: [] }
  const whole = await meetings.api['meeting.transcribe']({ ...wish, channels: 'mix', keep: false })
  const [sentence] = whole.segments
  if (!sentence || sentence.words.length < 5) throw new Error('A sentence is said in it.')
  for (let count = 1; count < sentence.words.length; count += 3) {
    const { segments } = await finished(meetings, begun(sentence, count))
    expect(segments.map(({ text }) => text)).toEqual(whole.segments.map(({ text }) => text))
  }
})

/** What was settled of a sentence by the time of a kill. */
function begun({ words, ...sentence }: Segment, count: number): Segment {
  const settled: Word[] = words.slice(0, count)
  const text = settled.map((word) => word.text).join(' ')
  const id = SegmentId.parse(crypto.randomUUID())
  return {
    ...sentence,
    id,
    words: settled,
    text,
    endMs: settled.at(-1)?.endMs ?? 0,
    status: 'committed',
  }
}

async function finished({ api, parts }: KeptMeetings, settled: Segment) {
  const { store, recordings } = parts.keeping
  const text = {
    segments: [settled],
    language: 'en',
    tracks: [settled.track],
    state: 'live',
  } as const
  const meetingId = keepText(store, text)
  {
    await using recording = await recordings.create(meetingId, [settled.track])
    const bytes = readFileSync(path).subarray(HEADER_BYTES)
    await recording.append(
      settled.track,
      Int16Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readInt16LE(2 * n)),
    )
  }
  await api['meeting.list']({})
  await api['meeting.finish']({ meetingId, model: 'test-speech-en' })
  return api['meeting.read']({ meetingId })
}

/**
 * The real engine on a data folder, in every part of which a phrase is written, and in one meeting another: `keep-secrets.program.ts DATA PHRASE OTHER`.
 * Says which meetings it has kept on standard output, and stays, recording, until it is killed.
 */
import { writeSync } from 'node:fs'
import { usualOptions } from '#contract/export.ts'
import { ExportId, type MeetingId } from '#contract/ids.ts'
import type { Parts } from '#engine/parts.ts'
import { assemble } from '../../src-main/assemble.ts'
import { keepText } from '../../src-main/testing/kept-meetings.ts'
import { spokenText } from './spoken-text.ts'

const [data = '', phrase = '', other = ''] = process.argv.slice(2)
let parts: Parts | null = null
const engine = await assemble({ dataFolder: data, adapt: (real) => (parts = real) })
const { keeping } = parts as unknown as Parts
const { api } = engine

async function record(id: MeetingId, phrase: string) {
  const recording = await keeping.recordings.create(id, ['me'])
  const heard = { at: 0, name: phrase, sampleRate: 16_000, channels: 1 }
  recording.note({ type: 'source', track: 'me', ...heard })
  await recording.append('me', soundOf(phrase))
  return recording
}

/** Samples that are, byte for byte, the phrase again and again. */
function soundOf(text: string): Int16Array {
  const bytes = Buffer.from(`${text} `.repeat(Math.ceil(32_000 / text.length)))
  return new Int16Array(Uint8Array.from(bytes.subarray(0, bytes.length & ~1)).buffer)
}

async function keep(phrase: string, startedAtMs: number): Promise<MeetingId> {
  const segments = spokenText([
    `We decided that ${phrase} is done. Anna will send ${phrase} by Friday.`,
  ])
  const id = keepText(keeping.store, { segments, language: 'en', title: phrase, startedAtMs })
  const recording = await record(id, phrase)
  await recording.close()
  await recording[Symbol.asyncDispose]()
  await api['note.add']({ meetingId: id, atMs: 1, kind: 'note', text: phrase })
  const [segment] = segments
  if (segment)
    await api['segment.assign']({ meetingId: id, segmentIds: [segment.id], speaker: phrase })
  await api['meeting.organise']({ meetingIds: [id], folder: phrase, addTags: [phrase] })
  const sections = [{ title: phrase, lines: [{ text: phrase, citations: [] }] }]
  await api['summary.edit']({ meetingId: id, sections })
  const { insights } = await api['insights.read']({ meetingId: id })
  for (const { id: insightId } of insights.slice(0, 2))
    await api['insight.edit']({ meetingId: id, insightId, change: { text: phrase } })
  return id
}

const kept = await keep(phrase, 0)
const deleted = await keep(other, 86_400_000)
await api['vocabulary.change']({ kind: 'add', terms: [phrase] })
for (const format of ['html', 'pdf', 'md'] as const)
  await api['meeting.export']({
    exportId: ExportId.parse(crypto.randomUUID()),
    meetingId: kept,
    format,
    options: usualOptions(format),
  })
const live = keepText(keeping.store, { segments: [], language: 'en', title: phrase, state: 'live' })
const recording = await record(live, phrase)
writeSync(1, `${JSON.stringify({ kept, deleted })}\n`)
// Until it is killed.
setInterval(() => void recording.append('me', soundOf(phrase)), 50)

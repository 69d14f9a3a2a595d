import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { anywhere } from '../../../src-main/contract/ask.ts'
import { AppError } from '../../../src-main/contract/errors.ts'
import { AskId } from '../../../src-main/contract/ids.ts'
import { realEngine, type RealEngine } from '../../../src-main/testing/real-engine.ts'
import type { Fault } from '../fault.ts'

/** Not a word of any language, of the program, or of a path. */
const planted = 'zanzibarquartz'
/** Words of the sample that the program has no use for itself. */
const sampleWords = ['Marco', 'twenty', 'percent', 'Daniel', 'Priya']
const samples = fileURLToPath(new URL('../../../resources/samples/', import.meta.url))

/** What is said, written and named is planted, and bugs are made to repeat it: the log must hold none of it. */
export const fault: Fault = {
  title: 'secrets in the log',
  async run({ say }) {
    await using engine = await realEngine()
    const spoken = await useWithSecrets(engine)
    say('used with secrets')
    const log = logsIn(join(engine.data, 'logs'))
    const secrets = [planted, ...spoken]
    const found = secrets.filter((secret) => log.toLowerCase().includes(secret.toLowerCase()))
    const broken = found.map(
      (secret) => `the log holds ${secret === planted ? 'a planted secret' : 'a spoken word'}`,
    )
    if (spoken.length === 0) broken.push('nothing was recognised')
    if (!log.includes('listener.failed')) broken.push('the bugs that were made are not in the log')
    if (!log.includes('meeting.over')) broken.push('the log tells nothing of the meeting')
    return [
      { fault: 'secrets in the log', tried: secrets.length, recoveredMs: null, lost: null, broken },
    ]
  },
}

/** Answers with the words that were recognised. */
async function useWithSecrets(engine: RealEngine): Promise<string[]> {
  const { api, data } = engine
  engine.subscribe((event) => {
    if (event.type === 'segment.committed') throw new Error(`${planted}: ${event.segment.text}`)
  })
  const meeting = await api['meeting.transcribe']({
    path: join(samples, 'four-sentences.wav'),
    title: planted,
    model: null,
    language: 'en',
    channels: 'mix',
    vocabulary: [planted],
    keep: true,
  })
  const { id: meetingId, segments } = meeting
  const [segment] = segments
  if (!segment) throw new Error('Nothing was recognised.')
  await api['note.add']({ meetingId, atMs: 1, kind: 'note', text: planted })
  await api['segment.edit']({
    meetingId,
    segmentId: segment.id,
    text: `${segment.text} ${planted}`,
  })
  await api['segment.assign']({ meetingId, segmentIds: [segment.id], speaker: planted })
  await api['meeting.organise']({ meetingIds: [meetingId], folder: planted, addTags: [planted] })
  await api['search.find']({ query: planted, filters: anywhere, limit: 5 })
  const askId = AskId.parse(crypto.randomUUID())
  await api['ask.question']({ askId, question: `${planted}?`, filters: anywhere, model: 'none' })
  await api['summary.write']({ meetingId, template: null, model: 'none', language: null })
  const broken = join(data, `${planted}.wav`)
  writeFileSync(broken, `${planted} is no sound`)
  await refused(api['import.add']({ paths: [broken, join(data, planted)] }))
  await refused(api['model.add']({ path: broken }))
  await refused(api['summary.write']({ meetingId, template: planted, model: null, language: null }))
  const text = segments.map((each) => each.text).join(' ')
  return sampleWords.filter((word) => text.includes(word))
}

/** A refusal in words is what is wanted; anything else is a bug. */
async function refused(wish: Promise<unknown>): Promise<void> {
  await wish.catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}

function logsIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

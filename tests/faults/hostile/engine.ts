/** Hostile words to a real engine over a real store, through the schemas of the contract. */
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { commands, type CommandName, type EngineApi } from '../../../src-main/contract/commands.ts'
import { AppError } from '../../../src-main/contract/errors.ts'
import { anywhere } from '../../../src-main/contract/ask.ts'
import type { MeetingId } from '../../../src-main/contract/ids.ts'
import { keptMeetings } from '../../../src-main/testing/kept-meetings.ts'
import { said } from '../../../src-main/engine/export/fixtures/transcripts.ts'
import type { Row, Trial } from '../fault.ts'
import { hostileText } from './arbitraries.ts'
import { fuzz } from './fuzz.ts'

type Wishes = (
  text: string,
  about: { meetingId: MeetingId; segmentId: string },
) => readonly (readonly [CommandName, object])[]

/** What a person, or a page that is not ours, may write with words of their own. */
const wishes: Wishes = (text, { meetingId, segmentId }) => [
  ['meeting.rename', { meetingId, title: text }],
  ['note.add', { meetingId, atMs: 1, kind: 'note', text }],
  ['segment.edit', { meetingId, segmentId, text }],
  ['segment.assign', { meetingId, segmentIds: [segmentId], speaker: text }],
  [
    'text.replace',
    {
      meetingId,
      find: text.slice(0, 100),
      with: text.slice(0, 100),
      matchCase: false,
      wholeWords: false,
    },
  ],
  [
    'meeting.organise',
    { meetingIds: [meetingId], folder: text, addTags: [text], addPeople: [text] },
  ],
  ['search.find', { query: text.slice(0, 500), filters: { ...anywhere, speaker: text }, limit: 5 }],
  [
    'ask.question',
    { askId: randomUUID(), question: text.slice(0, 1_000), filters: anywhere, model: 'none' },
  ],
  ['template.write', { id: text, text }],
  ['template.write', { id: 'own', text: `# A\n## B\n${text}` }],
  ['summary.write', { meetingId, template: text, model: text, language: 'en' }],
  ['model.add', { path: text }],
  ['import.add', { paths: [text] }],
]

/** Where systems are told their temporary folder. */
const temporary = ['TMPDIR', 'TEMP', 'TMP']

export async function hostileWords(trial: Trial): Promise<Row[]> {
  const around = await mkdtemp(join(tmpdir(), 'rtstt-hostile-'))
  const usual = { ...process.env }
  // So that what is put aside lands here as well.
  for (const name of temporary) process.env[name] = around
  try {
    return [await inFolder(around, trial)]
  } finally {
    for (const name of temporary) {
      delete process.env[name]
      if (usual[name] !== undefined) process.env[name] = usual[name]
    }
    await rm(around, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Whatever appears in the folder beside that of the engine was written where nothing should be. */
async function inFolder(around: string, trial: Trial): Promise<Row> {
  await using kept = await keptMeetings(null)
  const meetingId = kept.keep({ segments: [said('Good morning to all of you.')], language: 'en' })
  let performed = 0
  const row = await fuzz(
    {
      title: 'hostile words to the engine',
      cases: 1_500,
      of: fc.tuple(hostileText, fc.nat()),
      async meet([text, which]) {
        const { segments } = await kept.api['meeting.read']({ meetingId })
        const all = wishes(text, { meetingId, segmentId: segments[0]?.id ?? randomUUID() })
        const wish = all[which % all.length]
        if (wish && (await call(kept.api, ...wish))) performed++
        // Whatever was written, it is read again, and as the contract says.
        commands['meeting.read'].output.parse(await kept.api['meeting.read']({ meetingId }))
      },
    },
    trial,
  )
  const broken = [...row.broken]
  // Else the schemas alone were tried.
  if (broken.length === 0 && performed < row.tried / 3) broken.push(`only ${performed} got in`)
  const strange = readdirSync(around).filter((name) => join(around, name) !== kept.data)
  if (strange.length > 0) broken.push('something was written outside of the data folder')
  return { ...row, broken }
}

/** Whether the wish got past its schema; a refusal in words is a good answer. */
async function call(api: EngineApi, name: CommandName, raw: object): Promise<boolean> {
  const input = commands[name].input.safeParse(raw)
  if (!input.success) return false
  const run = api[name] as (input: unknown) => Promise<unknown>
  await run(input.data).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
  return true
}

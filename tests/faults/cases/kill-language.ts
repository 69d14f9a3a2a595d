/** The language process is killed while it writes: what was asked for comes all the same, by it or by the rules. */
import { setTimeout as wait } from 'node:timers/promises'
import type { MeetingId } from '#contract/ids.ts'
import { sample } from '../../../src-main/testing/real-engine.ts'
import { tinyLanguageModel } from '../../../src-main/testing/tiny-language.ts'
import { chance } from '../chance.ts'
import type { Fault, Row, Trial } from '../fault.ts'
import { lookInside } from '../kept-meeting.ts'
import { killWorkerWithin } from '../kill-worker.ts'
import { grounds, type Place } from '../place.ts'
import { type PlayedEngine, playedEngine } from '../played-engine.ts'

export const fault: Fault = { title: 'the language process is killed', run }

const atMostMs = 30_000

async function run({ long, seed, say }: Trial): Promise<Row[]> {
  await using ground = await grounds()
  await using place = await ground.place()
  const { between } = chance(seed)
  const broken: string[] = []
  const backMs: number[] = []
  {
    await using engine = await playedEngine(place, 1)
    const { meetingId, model } = await prepare(engine)
    for (let count = 0; count < (long ? 20 : 2); count++) {
      const found = await killWhileWriting(place, engine, {
        meetingId,
        model,
        afterMs: between(0, 1_500),
      })
      say(`kill ${count + 1}: ${Math.round(found.backMs)} ms; ${found.told}`)
      backMs.push(found.backMs)
      broken.push(...found.broken)
    }
  }
  const { damage } = await lookInside(place.data)
  broken.push(...damage, ...place.temporaryFiles().map((name) => `${name} is left.`))
  const recoveredMs = { value: Math.max(...backMs), atMost: atMostMs }
  return [
    { fault: 'language process killed', tried: backMs.length, recoveredMs, lost: null, broken },
  ]
}

async function prepare({ client }: PlayedEngine) {
  const { id: model } = await client.call('model.add', { path: tinyLanguageModel() })
  const { id: meetingId } = await client.call('meeting.transcribe', {
    path: sample('meeting-45s-stereo-48k.wav'),
    title: null,
    model: 'test-speech-en',
    language: 'en',
    vocabulary: [],
    channels: 'split',
    keep: true,
  })
  return { meetingId, model }
}

interface Wish {
  readonly meetingId: MeetingId
  readonly model: string
  readonly afterMs: number
}

/** What was asked for is there, and the process works again, when this is over. */
async function killWhileWriting(
  place: Place,
  { client }: PlayedEngine,
  { meetingId, model, afterMs }: Wish,
) {
  const ask = () =>
    client.call('summary.write', { meetingId, template: null, model, language: null })
  const asked = ask()
  asked.catch(() => {})
  await wait(afterMs)
  const killed = await killWorkerWithin(place, 'language', 5_000)
  const broken = killed ? [] : ['There was no language process to kill.']
  const at = killed?.at ?? performance.now()
  try {
    const first = await asked
    const again = await ask()
    if (again.author !== 'model' && again.without === null) broken.push('Nobody wrote it.')
    const told = [first, again]
      .map(({ author, without }) => `${author} (${without ?? ''})`)
      .join(', ')
    return { backMs: performance.now() - at, told, broken }
  } catch (error) {
    const told = String(error)
    return { backMs: performance.now() - at, told, broken: [...broken, told] }
  }
}

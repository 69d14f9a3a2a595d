/** How soon text is there again when the recognition process is killed in the middle of speech. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../src-main/assemble.ts'
import { faultyRecognition, harmless } from '../src-main/testing/faulty-recognition.ts'
import { wordErrorRate, wordErrors } from '../src-main/testing/word-errors.ts'
import { atMost, type Bench, quantile, rounded, told } from './figures.ts'
import { projectFolder, samplePath } from './samples.ts'
import { plainMeeting } from '../src-main/testing/plain-meeting.ts'

const sample = 'meeting-60s'
const everyMs = 10_000

interface Heard {
  /** From each kill to the next text, shown or committed. */
  readonly afterKillMs: number[]
  /** From each start of a process after a kill to the next text. */
  readonly afterStartMs: number[]
  readonly texts: Array<{ readonly startMs: number; readonly text: string }>
  readonly unreadMs: number
  readonly warnings: number
}

export async function benchRecover(): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    const { afterKillMs, afterStartMs, texts, unreadMs, warnings } = await play(data)
    const said = readFileSync(join(projectFolder, 'resources/samples', `${sample}.txt`), 'utf8')
    const text = texts
      .toSorted((a, b) => a.startMs - b.startMs)
      .map((segment) => segment.text)
      .join(' ')
    const errors = 100 * wordErrorRate([wordErrors(said, text)])
    return {
      title: 'Recovery (sample meeting at real pace, test model, process killed every 10 s of it)',
      figures: [
        told('kills', afterKillMs.length, ''),
        atMost(3000, told('start of the next process to text, worst', worst(afterStartMs), 'ms')),
        told('kill to text, p50', rounded(quantile(afterKillMs, 0.5), 0), 'ms'),
        told('kill to text, worst', worst(afterKillMs), 'ms'),
        atMost(1, told('word errors', rounded(errors), '%')),
        atMost(0, told('recorded and not read', unreadMs, 'ms')),
        atMost(0, told('warnings', warnings, '')),
      ],
      table: [],
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

function worst(values: readonly number[]): number {
  return rounded(Math.max(...values), 0)
}

async function play(data: string): Promise<Heard> {
  const { spawn, kill } = faultyRecognition(harmless)
  let startedAt = 0
  await using engine = await assemble({
    dataFolder: data,
    spawnRecognition(voiceModelPath, backend) {
      startedAt = performance.now()
      return spawn(voiceModelPath, backend)
    },
  })
  const heard = { afterKillMs: [], afterStartMs: [], texts: [] } as Omit<
    Heard,
    'unreadMs' | 'warnings'
  >
  let killedAt: number | null = null
  let nextKillMs = everyMs
  let warnings = 0
  const over = Promise.withResolvers<{ readonly unreadMs: number }>()

  /** The process dies while somebody speaks: text has just come, and more will. */
  function textCame(atMs: number): void {
    const now = performance.now()
    if (killedAt !== null && startedAt > killedAt) {
      heard.afterKillMs.push(now - killedAt)
      heard.afterStartMs.push(now - startedAt)
      killedAt = null
    } else if (killedAt === null && atMs >= nextKillMs) {
      nextKillMs += everyMs
      killedAt = now
      kill()
    }
  }

  engine.subscribe((event) => {
    if (event.type === 'meeting.stopped') over.resolve(event.meeting)
    // That the test model is in use is said at every start.
    if (event.type === 'meeting.warned' && event.code !== 'model_missing') warnings++
    if (event.type === 'hypothesis.changed' && event.hypothesis) textCame(event.hypothesis.endMs)
    if (event.type === 'segment.committed') {
      const { startMs, endMs, text } = event.segment
      if (!event.open) heard.texts.push({ startMs, text })
      textCame(endMs)
    }
  })
  await engine.api['meeting.start']({
    source: { kind: 'file', path: samplePath(sample), pace: 'real', channels: 'mix' },
    ...plainMeeting,
  })
  const { unreadMs } = await over.promise
  return { ...heard, unreadMs, warnings }
}

/** How soon text appears while a meeting is spoken, in time of the sound itself. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../src-main/assemble.ts'
import { wordErrorRate, wordErrors } from '../src-main/testing/word-errors.ts'
import { atMost, type Bench, quantile, rounded, told } from './figures.ts'
import { projectFolder, samplePath } from './samples.ts'

const sample = 'meeting-45s-stereo-48k'

interface Heard {
  readonly texts: Array<{ readonly startMs: number; readonly text: string }>
  /** From the end of an utterance's last word to its committed text. */
  readonly commitMs: number[]
  /** From the beginning of an utterance to its first text on the screen. */
  readonly firstTextMs: number[]
}

export async function benchLive(): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    const { texts, commitMs, firstTextMs } = await play(data)
    const said = readFileSync(join(projectFolder, 'resources/samples', `${sample}.txt`), 'utf8')
    const text = texts
      .toSorted((a, b) => a.startMs - b.startMs)
      .map((segment) => segment.text)
      .join(' ')
    return {
      title: 'Live text (sample meeting at real pace, test model, CPU)',
      figures: [
        told('first text after speech begins, p50', rounded(quantile(firstTextMs, 0.5), 0), 'ms'),
        told('first text after speech begins, p95', rounded(quantile(firstTextMs, 0.95), 0), 'ms'),
        told('commit after the last word, p50', rounded(quantile(commitMs, 0.5), 0), 'ms'),
        told('commit after the last word, p95', rounded(quantile(commitMs, 0.95), 0), 'ms'),
        atMost(1, told('word errors', rounded(100 * wordErrorRate([wordErrors(said, text)])), '%')),
      ],
      table: [],
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function play(data: string): Promise<Heard> {
  await using engine = await assemble({ dataFolder: data })
  const heard: Heard = { texts: [], commitMs: [], firstTextMs: [] }
  const seen = new Set<string>()
  const over = Promise.withResolvers<void>()
  // The file is played at the pace of the wall clock, so time since the start is the sound's own time.
  let startedAt = 0
  const now = (): number => performance.now() - startedAt
  engine.subscribe((event) => {
    if (event.type === 'meeting.progressed' && startedAt === 0)
      startedAt = performance.now() - event.heardMs
    if (event.type === 'meeting.stopped') over.resolve()
    if (event.type === 'hypothesis.changed' && event.hypothesis) {
      const { track, startMs } = event.hypothesis
      const key = `${track} ${startMs}`
      if (!seen.has(key)) heard.firstTextMs.push(now() - startMs)
      seen.add(key)
    }
    if (event.type === 'segment.committed') {
      const { startMs, endMs, text } = event.segment
      heard.texts.push({ startMs, text })
      heard.commitMs.push(now() - endMs)
    }
  })
  await engine.api['meeting.start']({
    source: { kind: 'file', path: samplePath(sample), pace: 'real', channels: 'split' },
    title: null,
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs: null,
    finalPass: 'off',
  })
  await over.promise
  return heard
}

/** How well and how fast files become text. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { wordErrorRate, wordErrors } from '../src-main/testing/word-errors.ts'
import { atLeast, atMost, type Bench, type Figure, rounded, told } from './figures.ts'
import { runScript, transcribeFile } from './programs.ts'
import { repeatSample, type Sample, samplePath, samplesWithSpeech, testModel } from './samples.ts'

/** Ten minutes of talk: what starting costs is measured elsewhere. */
const longTimes = 10

/** Long enough to count, short enough for a binary without AVX. */
const rivalSample = 'meeting-60s'

export async function benchOffline(files: readonly string[]): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    if (files.length > 0) return await ownFiles(files, data)
    const words = await wordErrorFigures(data)
    return {
      title: 'Files into text (test model, CPU)',
      figures: [
        ...words.figures,
        ...(await paceFigures(data)),
        ...(await rivalFigures(data)),
        await speedFloor(),
      ],
      table: words.table,
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function wordErrorFigures(data: string): Promise<Pick<Bench, 'figures' | 'table'>> {
  const rows = []
  for (const sample of samplesWithSpeech()) rows.push(await compare(sample, data))
  const ours = 100 * wordErrorRate(rows.map(({ ours: errors }) => errors))
  const own = 100 * wordErrorRate(rows.map(({ own: errors }) => errors))
  return {
    figures: [
      told('word errors, transcribe', rounded(ours), '%'),
      told("word errors, whisper.cpp's own decoding", rounded(own), '%'),
      atMost(0.5, told('difference', rounded(ours - own), 'points')),
    ],
    table: rows.map(({ name, ours: a, own: b }) => ({
      file: name,
      words: a.words,
      'WER %': rounded(100 * wordErrorRate([a])),
      'own WER %': rounded(100 * wordErrorRate([b])),
    })),
  }
}

async function compare({ name, path, words }: Sample, data: string) {
  const { text } = await transcribeFile(path, testModel, data)
  // Five beams, as whisper.cpp's own program decodes.
  const own = await call('bench/own-decoding.ts', [testModel, path, '5'])
  return { name, ours: wordErrors(words, text), own: wordErrors(words, own.text) }
}

async function paceFigures(data: string): Promise<Figure[]> {
  const long = repeatSample('meeting-60s', longTimes, join(data, 'long.wav'))
  const { wallMs, modelMs } = await transcribeFile(long, testModel, data)
  return [
    atMost(1.15, told('wall time / model time, 10 min', rounded(wallMs / modelMs, 3), 'x')),
    told('real-time factor, 10 min', rounded(wallMs / (longTimes * 60_000), 4), 'x'),
  ]
}

/** The same file, one thread, greedy search, a loaded model and one call, on both sides. */
async function rivalFigures(data: string): Promise<Figure[]> {
  const path = samplePath(rivalSample)
  const rival = await call('bench/rival.mjs', [testModel, path])
  const ours = await call('bench/own-decoding.ts', [testModel, path, '1'])
  const { wallMs } = await transcribeFile(path, testModel, data)
  return [
    told('@fugood/whisper.node, one call', rounded(rival.callMs, 0), 'ms'),
    told('our addon, one call', rounded(ours.callMs, 0), 'ms'),
    atLeast(8, told('@fugood/whisper.node / our addon', rounded(rival.callMs / ours.callMs), 'x')),
    told('@fugood/whisper.node / whole rtstt process', rounded(rival.callMs / wallMs), 'x'),
  ]
}

async function call(script: string, args: readonly string[]) {
  const { output } = await runScript(script, args)
  return JSON.parse(output) as { readonly callMs: number; readonly text: string }
}

/** An unoptimised library decodes the same words many times slower; only this notices. */
async function speedFloor(): Promise<Figure> {
  const { output } = await runScript('bench/speed-floor.ts', [])
  const { timesScalar, floor, cpuLevel } = JSON.parse(output) as {
    timesScalar: number
    floor: number
    cpuLevel: string
  }
  return atLeast(floor, told(`encoder / plain arithmetic (${cpuLevel})`, rounded(timesScalar), 'x'))
}

/** Files of one's own: no reference, so only their times. */
async function ownFiles(files: readonly string[], data: string): Promise<Bench> {
  const table = []
  for (const file of files) {
    const { wallMs, modelMs } = await transcribeFile(file, testModel, data)
    table.push({
      file,
      'wall ms': rounded(wallMs, 0),
      'model ms': rounded(modelMs, 0),
      ratio: rounded(wallMs / modelMs, 3),
    })
  }
  return { title: 'Files into text (test model, CPU)', figures: [], table }
}

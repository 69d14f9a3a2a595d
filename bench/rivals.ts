/** whisper.cpp's own programs beside this one, in one run and with the same model: built by whoever asks, named by path. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { Transcript } from '#contract/meeting.ts'
import { wordErrorRate, wordErrors } from '../src-main/testing/word-errors.ts'
import { type Bench, type Figure, quantile, rounded, told } from './figures.ts'
import { measureTracks, type TrackMeasures } from './live-metrics.ts'
import { fileScene, type LiveScene } from './live-scenes.ts'
import { transcribeFile } from './programs.ts'
import { type HeardEvent, replay, type Replayed } from './replay/replay.ts'
import { hearRivalStream, loud, rivalStreamProblem } from './rival-stream.ts'
import { samplePath, testModel } from './samples.ts'

interface RivalWishes {
  readonly cli: string | null
  readonly stream: string | null
  readonly model: string | null
}

/** As its own page shows it, and as it is when nothing is said; one thread: two hinder each other on busy cores. */
const streamSettings = {
  'every 0.5 s': ['--step', '500', '--length', '5000', '-t', '1'],
  'as it comes': ['-t', '1'],
} as const

export async function benchRivals(
  [file = samplePath('meeting-60s')]: readonly string[],
  { cli, stream, model: named }: RivalWishes,
): Promise<Bench> {
  if (cli === null && stream === null)
    throw new AppError('invalid_input', 'Say what to compare with: --cli PATH, --stream PATH.')
  for (const path of [cli, stream])
    if (path !== null && !existsSync(path))
      throw new AppError('file_missing', `There is no ${path}.`)
  const model = named ?? testModel
  const scene = await fileScene(file)
  const figures: Figure[] = []
  if (cli !== null) figures.push(...(await besideCli(cli, file, model)))
  const table = stream === null ? [] : await besideStream(stream, scene, file, model)
  const [ours, ...theirs] = table
  for (const row of theirs) if (ours) figures.push(...ratios(ours, row))
  return {
    title: `Beside whisper.cpp's own programs (${scene.name}, same model, CPU)`,
    figures,
    table,
  }
}

/** The whole recording, with the number of threads that suits them; once more without carrying their text along. */
async function besideCli(cli: string, file: string, model: string): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    const said = textBeside(file)
    const ours = await transcribeFile(file, model, data)
    const theirs = (more: readonly string[]) =>
      timed(cli, ['-m', model, '-f', file, '-l', 'en', '-nt', '-np', ...more])
    const [one, two] = [await theirs(['-t', '1']), await theirs(['-t', '2'])]
    const best = one.wallMs < two.wallMs ? one : two
    const contextless = await theirs(['-t', best === one ? '1' : '2', '-mc', '0'])
    const errors = (name: string, text: string): Figure[] =>
      said === null
        ? []
        : [
            told(
              `word errors, ${name}`,
              rounded(100 * wordErrorRate([wordErrors(said, text)])),
              '%',
            ),
          ]
    return [
      told('whisper-cli / transcribe, whole process', rounded(best.wallMs / ours.wallMs), 'x'),
      told('whisper-cli -mc 0 / transcribe', rounded(contextless.wallMs / ours.wallMs), 'x'),
      ...errors('transcribe', ours.text),
      ...errors('whisper-cli', best.text),
      ...errors('whisper-cli -mc 0', contextless.text),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function timed(program: string, args: readonly string[]) {
  const startedAt = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`${program} ended with ${code ?? 'a signal'}.`)
  return { text, wallMs: performance.now() - startedAt }
}

function textBeside(file: string): string | null {
  const path = file.replace(/\.[^./\\]+$/, '.txt')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

interface LiveRow extends Readonly<Record<string, string | number>> {
  readonly program: string
  readonly 'first word p50 ms': number
  readonly 'committed p50 ms': number
  readonly 'committed p95 ms': number
  readonly 'erased per word': number
  readonly 'word errors %': number
}

/** One after the other, so that neither takes the other's time. */
async function besideStream(
  program: string,
  scene: LiveScene,
  file: string,
  model: string,
): Promise<LiveRow[]> {
  const problem = rivalStreamProblem()
  if (problem) throw new AppError('source_unavailable', problem)
  const { sound, said } = scene
  if (sound.tracks.length > 1)
    throw new AppError(
      'invalid_input',
      'The stream example hears one microphone: take a file with one channel.',
    )
  const ours = await replay(sound, { clock: 'real', model })
  const rows = [rowOf('rtstt', measureTracks(ours, said, null))]
  const firstSoundMs = firstSoundIn(scene)
  for (const [name, settings] of Object.entries(streamSettings)) {
    const events = await hearRivalStream({ program, model, file, firstSoundMs, settings })
    rows.push(rowOf(`stream, ${name}`, measureTracks(asReplayed(events, ours), said, null)))
  }
  return rows
}

function firstSoundIn({ sound }: LiveScene): number {
  const [track] = sound.tracks
  if (!track) return 0
  const samples = sound.read(track, 0, sound.length)
  return samples.findIndex((value) => Math.abs(value) > loud * 32_768) / 16
}

/** The same meeting, with what the other program wrote of it. */
function asReplayed(events: readonly HeardEvent[], { transcript, ...ours }: Replayed): Replayed {
  const segments = events.flatMap(({ event }) =>
    event.type === 'segment.committed' ? [event.segment] : [],
  )
  const theirs: Transcript = { ...transcript, segments }
  return { ...ours, events, transcript: theirs, voiced: [] }
}

function rowOf(program: string, measures: readonly TrackMeasures[]): LiveRow {
  const all = (of: (track: TrackMeasures) => readonly number[]) => measures.flatMap(of)
  const committed = all(({ commitMs }) => commitMs)
  const sum = (of: (track: TrackMeasures) => number): number =>
    measures.reduce((total, track) => total + of(track), 0)
  return {
    program,
    'first word p50 ms': rounded(
      quantile(
        all(({ firstWordMs }) => firstWordMs),
        0.5,
      ),
      0,
    ),
    'committed p50 ms': rounded(quantile(committed, 0.5), 0),
    'committed p95 ms': rounded(quantile(committed, 0.95), 0),
    'erased per word': rounded(
      sum(({ erased }) => erased) /
        Math.max(
          1,
          sum(({ words }) => words),
        ),
    ),
    'word errors %': rounded(100 * wordErrorRate(measures.map(({ live }) => live))),
  }
}

function ratios(ours: LiveRow, theirs: LiveRow): Figure[] {
  return (['first word p50 ms', 'committed p50 ms', 'committed p95 ms'] as const).map((name) =>
    told(
      `${theirs.program} / rtstt, ${name}`,
      rounded(theirs[name] / Math.max(1, ours[name])),
      'x',
    ),
  )
}

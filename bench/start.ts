/** What starting costs, and what the engine holds when nothing happens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { atMost, type Bench, quantile, rounded, told } from './figures.ts'
import { serveUntil, transcribeFile } from './programs.ts'
import { residentBytes } from './resident.ts'
import { cutSample, testModel } from './samples.ts'

const runs = 5

/** Long enough for what starting left behind to be collected. */
const restMs = 5_000

export async function benchStart(): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    const path = cutSample('meeting-60s', 5, join(data, 'five-seconds.wav'))
    const table = []
    // The first run makes the data folder and the compile cache; it is shown, and not counted.
    for (let run = 0; run <= runs; run++) {
      const { wallMs, modelMs } = await transcribeFile(path, testModel, data)
      table.push({
        run: run === 0 ? 'first' : run,
        'wall ms': rounded(wallMs, 0),
        'model ms': rounded(modelMs, 0),
        'rest ms': rounded(wallMs - modelMs, 0),
      })
    }
    const rest = table.slice(1).map((row) => row['rest ms'])
    const idleBytes = await idleEngine(data)
    return {
      title: 'Starting, and being idle',
      figures: [
        atMost(1500, told('transcribe 5 s, wall less model, median', quantile(rest, 0.5), 'ms')),
        atMost(120, told('idle engine, resident', rounded(idleBytes / 1e6, 0), 'MB')),
      ],
      table,
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What the headless engine with its server holds when nobody asks it anything. */
async function idleEngine(data: string): Promise<number> {
  return serveUntil(data, async (pid, url) => {
    await fetch(url)
    await wait(restMs)
    return residentBytes(pid)
  })
}

/** What recordings live through when their devices come and go, and whether text suffers on its way through devices. */
import { readFileSync } from 'node:fs'
import { pulseProblem } from '#native/capture/testing/pulse-daemon.ts'
import { type MatrixRow, runDeviceMatrix } from '../src-main/testing/device-matrix.ts'
import { hearThroughDevices, transcribed } from '../src-main/testing/hear-through-devices.ts'
import { wordErrorRate, wordErrors } from '../src-main/testing/word-errors.ts'
import { atMost, type Bench, type Figure, quantile, rounded, told } from './figures.ts'
import { projectFolder, samplePath } from './samples.ts'

const rounds = 10

/** Both sides speak at once, and neither is quiet for long. */
const played = { me: 'four-sentences', them: 'meeting-60s' } as const

export async function benchDevices(): Promise<Bench> {
  const problem = pulseProblem()
  if (problem) throw new Error(`Nothing can be measured: ${problem}`)
  const { rows, apartMs, strayMs } = await runDeviceMatrix(rounds)
  const deeds = [...new Set(rows.map(({ deed }) => deed))]
  return {
    title: 'Devices that come and go while both sides are recorded',
    figures: [
      atMost(0, told('damaged outside of what the ledger tells', sum(rows, 'damagedMs'), 'ms')),
      atMost(100, told('tracks apart at the end', rounded(apartMs, 1), 'ms')),
      told('recording less the time it took', rounded(strayMs, 1), 'ms'),
      ...(await throughDevices()),
    ],
    table: deeds.flatMap((deed) =>
      (['me', 'them'] as const).map((track) => rowOf(rows, deed, track)),
    ),
  }
}

function rowOf(all: readonly MatrixRow[], deed: MatrixRow['deed'], track: MatrixRow['track']) {
  const rows = all.filter((row) => row.deed === deed && row.track === track)
  const missing = rows.map(({ missingMs }) => missingMs)
  const back = rows.map(({ backMs }) => backMs)
  return {
    deed,
    track,
    rounds: rows.length,
    'missing p50 ms': rounded(quantile(missing, 0.5), 0),
    'missing most ms': rounded(Math.max(...missing), 0),
    'right device heard after, p50 ms': quantile(back, 0.5),
    'damaged ms': sum(rows, 'damagedMs'),
  }
}

function sum(rows: readonly MatrixRow[], of: 'damagedMs'): number {
  return rounded(
    rows.reduce((total, row) => total + row[of], 0),
    1,
  )
}

async function throughDevices(): Promise<Figure[]> {
  const heard = await hearThroughDevices({
    me: samplePath(played.me),
    them: samplePath(played.them),
  })
  const tracks = ['me', 'them'] as const
  const said = (name: string) =>
    readFileSync(`${projectFolder}/resources/samples/${name}.txt`, 'utf8')
  const rate = async (textOf: (track: 'me' | 'them') => string | Promise<string>) =>
    100 *
    wordErrorRate(
      await Promise.all(
        tracks.map(async (track) => wordErrors(said(played[track]), await textOf(track))),
      ),
    )
  const live = await rate((track) => heard[track])
  const offline = await rate((track) => transcribed(samplePath(played[track])))
  return [
    told('word errors, live through devices', rounded(live), '%'),
    told('word errors, transcribe on the files', rounded(offline), '%'),
    atMost(1, told('live less transcribe', rounded(live - offline), 'points')),
    atMost(0, told('missing in the ledger of that meeting', rounded(heard.missingMs, 1), 'ms')),
  ]
}

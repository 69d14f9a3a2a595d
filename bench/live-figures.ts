/** The measures of all tracks as figures, with what the project promises of live text. */
import type { WordErrors } from '../src-main/testing/word-errors.ts'
import { wordErrorRate } from '../src-main/testing/word-errors.ts'
import { atMost, type Figure, quantile, rounded, told } from './figures.ts'
import type { TrackMeasures } from './live-metrics.ts'

export function liveFigures(all: readonly TrackMeasures[]): Figure[] {
  return [
    atMost(0, told('committed words changed or removed', sum(all, 'committedChanged'), 'words')),
    ...latencyFigures(all),
    ...flickerFigures(all),
    ...wordFigures(all),
    ...decodeFigures(all),
    atMost(0, told('captured and never read', rounded(sum(all, 'unreadMs') / 1000), 's')),
  ]
}

function latencyFigures(all: readonly TrackMeasures[]): Figure[] {
  const first = all.flatMap(({ firstWordMs }) => firstWordMs)
  const shown = all.flatMap(({ displayMs }) => displayMs)
  const committed = all.flatMap(({ commitMs }) => commitMs)
  const final = all.flatMap(({ finalMs }) => finalMs)
  return [
    atMost(1000, told('first word shown after it began, p50', whole(first, 0.5), 'ms')),
    atMost(1800, told('first word shown after it began, p95', whole(first, 0.95), 'ms')),
    told('word shown after it ended, p50', whole(shown, 0.5), 'ms'),
    told('word shown after it ended, p95', whole(shown, 0.95), 'ms'),
    atMost(1600, told('word committed after it ended, p50', whole(committed, 0.5), 'ms')),
    atMost(3000, told('word committed after it ended, p95', whole(committed, 0.95), 'ms')),
    told('word committed after it ended, most', whole(committed, 1), 'ms'),
    told('utterance committed after it ended, p50', whole(final, 0.5), 'ms'),
    told('utterance committed after it ended, p95', whole(final, 0.95), 'ms'),
  ]
}

function flickerFigures(all: readonly TrackMeasures[]): Figure[] {
  const words = Math.max(1, sum(all, 'words'))
  return [
    atMost(
      0.15,
      told('normalised erasure of what was shown', rounded(sum(all, 'erased') / words, 3), ''),
    ),
    told('shown words that turned out otherwise', rounded(sum(all, 'unstable') / words, 3), ''),
  ]
}

function wordFigures(all: readonly TrackMeasures[]): Figure[] {
  const live = all.map(({ live: errors }) => errors)
  const offline = all.flatMap(({ offline: errors }) => errors ?? [])
  const seams = all.flatMap((track) => track.seams ?? [])
  const hours = Math.max(...all.map(({ soundMs }) => soundMs)) / 3_600_000
  const liveRate = 100 * wordErrorRate(live)
  const figures = [told('word errors, live committed', rounded(liveRate), '%')]
  if (offline.length > 0) {
    const offlineRate = 100 * wordErrorRate(offline)
    figures.push(
      told('word errors, whole recording', rounded(offlineRate), '%'),
      atMost(1, told('live less whole recording', rounded(liveRate - offlineRate), 'points')),
      told('words too many, whole recording', rounded(inserted(offline) / hours, 0), '/h'),
    )
  }
  figures.push(told('words too many, live', rounded(inserted(live) / hours, 0), '/h'))
  if (seams.length > 0)
    figures.push(
      told('words said twice at seams', sum(seams, 'repeated'), 'words'),
      told('words lost, whole recording has them', sum(seams, 'lost'), 'words'),
    )
  return figures
}

function inserted(errors: readonly WordErrors[]): number {
  return sum(errors, 'inserted')
}

/** Nothing where no decode was told. */
function decodeFigures(all: readonly TrackMeasures[]): Figure[] {
  const costs = all.flatMap(({ decodes }) => decodes.costMs)
  if (costs.length === 0) return []
  const hops = all.flatMap(({ decodes }) => decodes.hopMs)
  const undecoded = all.reduce((total, { undecodedMs }) => total + (undecodedMs ?? 0), 0)
  return [
    ...Array.from(
      Map.groupBy(all, ({ track }) => track),
      ([track, some]) => told(`decoding / speech, ${track}`, rounded(ratio(some), 3), 'x'),
    ),
    told('decoding / speech, all', rounded(ratio(all), 3), 'x'),
    told('decode, p50', whole(costs, 0.5), 'ms'),
    told('decode, p95', whole(costs, 0.95), 'ms'),
    told('new sound from look to look, p50', whole(hops, 0.5), 'ms'),
    told('new sound from look to look, p95', whole(hops, 0.95), 'ms'),
    atMost(0, told('voice heard and never decoded', rounded(undecoded / 1000), 's')),
  ]
}

function ratio(all: readonly TrackMeasures[]): number {
  const spent = all.flatMap(({ decodes }) => decodes.costMs).reduce((a, b) => a + b, 0)
  return spent / Math.max(1, sum(all, 'speechMs'))
}

function whole(values: readonly number[], share: number): number {
  return rounded(quantile(values, share), 0)
}

function sum<Name extends string>(
  all: ReadonlyArray<Readonly<Record<Name, number>>>,
  name: Name,
): number {
  return all.reduce((total, item) => total + item[name], 0)
}

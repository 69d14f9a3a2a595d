/** Paints a level meter straight into the document, in the browser's own rhythm and outside of React. */
import type { LevelFeed } from '../../client/level-feed.ts'
import {
  alongMeter,
  decibels,
  heldPeak,
  inWords,
  isStale,
  type Loudness,
} from '../../state/levels.ts'
import type { Translate } from '../../texts/typing.ts'

interface Parts {
  /** The meter itself, whose value a screen reader may ask for. */
  readonly meter: HTMLElement
  readonly bar: HTMLElement
  readonly peak: HTMLElement
}

interface Options {
  readonly levels: Pick<LevelFeed, 'onLevels'>
  readonly read: () => Loudness | null
  readonly t: Translate
}

/** For the ear, and for whoever wants no motion. */
const wordsEveryMs = 1_000
const stillEveryMs = 500
/** A little after a level has become too old to show. */
const emptyAfterMs = 600

/** Paints whenever there is a new level; answers how to stop. */
export function paintMeter(parts: Parts, { levels, read, t }: Options): () => void {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)')
  let frame = 0
  let timer = 0
  let [paintedAtMs, saidAtMs] = [-Infinity, -Infinity]

  function paint(): void {
    frame = 0
    const nowMs = performance.now()
    const known = read()
    const level = known && !isStale(known, nowMs) ? known : null
    window.clearTimeout(timer)
    if (level) timer = window.setTimeout(ask, emptyAfterMs)
    if (level && still.matches && nowMs - paintedAtMs < stillEveryMs) return
    paintedAtMs = nowMs
    const held = level ? heldPeak(level, nowMs) : 0
    parts.bar.style.transform = `scaleX(${alongMeter(level?.rms ?? 0).toFixed(3)})`
    parts.peak.style.transform = `translateX(${(100 * alongMeter(held) - 100).toFixed(1)}%)`
    if (level && nowMs - saidAtMs < wordsEveryMs) return
    saidAtMs = nowMs
    parts.meter.setAttribute('aria-valuenow', `${Math.round(decibels(held))}`)
    parts.meter.setAttribute('aria-valuetext', t(`tracks.levels.${inWords(held)}`))
  }

  function ask(): void {
    if (frame === 0) frame = requestAnimationFrame(paint)
  }

  ask()
  const leave = levels.onLevels(ask)
  return () => {
    leave()
    cancelAnimationFrame(frame)
    window.clearTimeout(timer)
  }
}

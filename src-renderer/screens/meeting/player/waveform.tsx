import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { SoundPlayer } from '../../../client/sound-player.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import type { Mark } from '../../../state/marks.ts'
import { clock } from '../../../texts/format.ts'
import { spokenMark } from '../../../texts/mark-text.ts'
import { MissingStretches } from './missing-stretches.tsx'
import { paintWaveform, type WaveCanvas } from './paint-waveform.ts'
import { useCanvas } from './use-canvas.ts'
import { usePeaks } from './use-peaks.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly player: SoundPlayer
  readonly lengthMs: number
  /** Where something is missing. */
  readonly marks: readonly Mark[]
}

const shortStepMs = 5_000
const longStepMs = 60_000

/** Both tracks in their loudness, and the place being heard: a slider over the time of the meeting. */
export function Waveform({ meetingId, player, lengthMs, marks }: Props) {
  const { t, locale } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const base = useRef<HTMLCanvasElement>(null)
  const heard = useRef<HTMLCanvasElement>(null)
  const hand = useRef<HTMLDivElement>(null)
  const tip = useRef<HTMLDivElement>(null)
  const peaks = usePeaks(meetingId)
  const paint = useCallback((on: WaveCanvas) => paintWaveform(on, peaks?.tracks ?? []), [peaks])
  useCanvas(base, paint)
  useCanvas(heard, paint)

  const say = useCallback(
    (atMs: number): string => {
      const place = { time: clock(atMs), length: clock(lengthMs) }
      const mark = marks.find((one) => one.atMs <= atMs && atMs < one.atMs + (one.lengthMs ?? 0))
      if (!mark) return t('player.placeOf', place)
      return t('player.placeOfMissing', { ...place, missing: spokenMark(mark, t, locale) })
    },
    [t, locale, marks, lengthMs],
  )
  useEffect(() => {
    let said = -1
    function show(atMs: number): void {
      const share = lengthMs > 0 ? Math.min(1, atMs / lengthMs) : 0
      if (heard.current) heard.current.style.clipPath = `inset(0 ${(1 - share) * 100}% 0 0)`
      if (hand.current) hand.current.style.left = `${share * 100}%`
      const second = Math.floor(atMs / 1000)
      if (second === said) return
      said = second
      box.current?.setAttribute('aria-valuenow', `${second}`)
      box.current?.setAttribute('aria-valuetext', say(atMs))
    }
    show(player.atMs())
    return player.onPlace(show)
  }, [player, lengthMs, say])

  const placeOf = ({ clientX, currentTarget }: PointerEvent): number => {
    const { left, width } = currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(1, (clientX - left) / width)) * lengthMs
  }
  function point(event: PointerEvent): void {
    const atMs = placeOf(event)
    if (event.buttons === 1) player.seek(atMs)
    if (!tip.current) return
    tip.current.textContent = say(atMs)
    tip.current.style.left = `${(atMs / lengthMs) * 100}%`
    tip.current.hidden = false
  }
  function onKeyDown(event: KeyboardEvent): void {
    const to = keyPlace(event.key, player.atMs(), lengthMs)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    player.seek(to)
  }

  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('player.place')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(lengthMs / 1000)}
      aria-valuenow={0}
      className="relative h-11 min-w-0 flex-1 cursor-pointer touch-none select-none"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        player.seek(placeOf(event))
      }}
      onPointerMove={point}
      onPointerLeave={() => tip.current && (tip.current.hidden = true)}
    >
      <canvas ref={base} className="absolute inset-0 size-full text-strong-line opacity-60" />
      <canvas ref={heard} className="absolute inset-0 size-full text-accent" />
      <MissingStretches marks={marks} lengthMs={lengthMs} tracks={peaks?.tracks ?? []} />
      <div
        ref={hand}
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 rounded-full bg-accent"
      />
      <div
        ref={tip}
        hidden
        className="pointer-events-none absolute bottom-full mb-2 max-w-64 -translate-x-1/2 rounded-small bg-ink px-2 py-1 text-small text-ground tabular-nums shadow-raised"
      />
    </div>
  )
}

/** Where a key leads; null for one that leads nowhere. */
function keyPlace(key: string, atMs: number, lengthMs: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return atMs + shortStepMs
    case 'ArrowLeft':
    case 'ArrowDown':
      return atMs - shortStepMs
    case 'PageUp':
      return atMs + longStepMs
    case 'PageDown':
      return atMs - longStepMs
    case 'Home':
      return 0
    case 'End':
      return lengthMs
    default:
      return null
  }
}

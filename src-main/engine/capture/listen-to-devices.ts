/** Runs the tracks of one source: gives them a common time, beats for them, and carries out what is asked. */
import type { SourceControls, SourceHearing } from '../audio/source.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Log } from '../runtime/log.ts'
import type { Capture } from './capture.native.ts'
import type { DeviceTrack } from './device-track.ts'
import type { EventQueue } from './event-queue.ts'
import { BEAT_MS } from './keep-bound.ts'
import { noticeSleep, type Slept } from './notice-sleep.ts'
import { originOf } from './start-offset.ts'
import { watchMeters } from './watch-meters.ts'

export interface Listening {
  readonly controls: SourceControls
  /** At the first pull. */
  begin(): void
  /** A device delivered what it heard between these moments; told before it is placed. */
  heard(track: TrackName, fromMs: number, untilMs: number): void
  tellHearing(): void
  /** Ends the events after what was heard so far. */
  stop(): void
  /** Nobody reads any more. */
  leave(): void
  close(): Promise<void>
}

export interface ListeningParts {
  readonly capture: Capture
  readonly clock: Clock
  readonly steadyMs: () => number
  /** Since the computer was started, its sleep included. */
  readonly uptimeMs: () => number
  readonly log: Log
  readonly queue: EventQueue
}

const LOOK_BEATS = 500 / BEAT_MS
/** A beat that is so late may have slept; whether it did is known after this time. */
const LATE_BEAT_MS = 2000
const DOUBT_MS = 4000

export function listenToDevices(tracks: readonly DeviceTrack[], parts: ListeningParts): Listening {
  const { capture, clock, steadyMs, uptimeMs, log, queue } = parts
  const meters = watchMeters(tracks, { capture, steadyMs, tell: queue.push, log })
  const sleep = noticeSleep()
  const ends: (() => void)[] = []
  let beganMs: number | null = null
  let timed = false
  let beats = 0
  let beatMs = 0
  /** Until then a late beat may turn out to have been sleep, and nothing is called missing. */
  let doubtMs = -Infinity
  let paused = false
  let muted = false
  let lastHearing = ''
  let stopping: Promise<void> | null = null

  function hearing(): SourceHearing {
    return { paused, microphoneMuted: muted, tracks: tracks.map((track) => track.hearing) }
  }

  function tellHearing(): void {
    const now = hearing()
    const shape = JSON.stringify(now)
    if (shape === lastHearing) return
    lastHearing = shape
    queue.push({ type: 'hearing', hearing: now })
  }

  function begin(): void {
    // Stopped before anybody pulled: there is nothing to hear.
    if (stopping) return
    beganMs = steadyMs()
    for (const track of tracks) track.listen()
    ends.push(
      clock.every(BEAT_MS, beat),
      capture.watch(() => void devicesChanged()),
    )
    tellHearing()
  }

  function beat(): void {
    const nowMs = steadyMs()
    beats += 1
    if (beatMs > 0 && nowMs - beatMs > LATE_BEAT_MS) doubtMs = nowMs + DOUBT_MS
    beatMs = nowMs
    if (beats % LOOK_BEATS === 0) passOver(sleep.tick({ steadyMs: nowMs, uptimeMs: uptimeMs() }))
    if (!timed) giveTime(nowMs)
    for (const track of tracks) track.beat(nowMs, nowMs >= doubtMs)
    if (paused || !timed) return
    queue.push({ type: 'levels', levels: tracks.map((track) => track.level()) })
    if (beats % LOOK_BEATS === 0) void meters.look(nowMs)
  }

  /** The computer slept: nothing is missing in that time, and no stream is trusted after it. */
  function passOver(slept: Slept | null): void {
    if (!slept) return
    for (const track of tracks) {
      if (!paused) {
        track.pause(slept.fromMs, 'sleep')
        track.resume(slept.untilMs)
      }
      track.wake()
    }
    meters.forget()
    log.info('computer.slept', { lengthMs: Math.round(slept.lengthMs) })
  }

  function giveTime(nowMs: number): void {
    if (beganMs === null) return
    const originMs = originOf({ beganMs, nowMs, tracks })
    if (originMs !== null) startAt(originMs)
  }

  function startAt(originMs: number): void {
    timed = true
    for (const track of tracks) track.begin(originMs)
    tellHearing()
  }

  async function devicesChanged(): Promise<void> {
    try {
      const devices = await capture.devices()
      for (const track of tracks) track.devicesChanged(devices)
    } catch (error) {
      // The server is away: the streams tell it, and are tried again.
      log.warn('devices.unknown', { reason: error instanceof Error ? error.name : 'unknown' })
    }
  }

  async function finish(): Promise<void> {
    const nowMs = steadyMs()
    if (!timed) startAt(originOf({ beganMs: -Infinity, nowMs, tracks }) ?? nowMs)
    await Promise.all(tracks.map((track) => track.finish(nowMs)))
    quit()
    queue.end()
  }

  function quit(): void {
    for (const end of ends.splice(0)) end()
  }

  return {
    begin,
    heard: (track, fromMs, untilMs) => passOver(sleep.heard(track, fromMs, untilMs)),
    tellHearing,
    controls: {
      hearing,
      pause() {
        if (paused) return
        paused = true
        const atMs = steadyMs()
        for (const track of tracks) track.pause(atMs, 'person')
        meters.forget()
        tellHearing()
      },
      resume() {
        if (!paused) return
        paused = false
        const atMs = steadyMs()
        for (const track of tracks) track.resume(atMs)
        tellHearing()
      },
      muteMicrophone(wanted) {
        if (wanted === muted) return
        muted = wanted
        for (const track of tracks)
          if (track.choice.kind === 'microphone') track.mute(steadyMs(), wanted)
        tellHearing()
      },
    },
    stop() {
      stopping ??= finish().catch(queue.fail)
    },
    leave: quit,
    async close() {
      quit()
      await Promise.all(tracks.map((track) => track.close()))
      queue.end()
    },
  }
}

/** One side of a meeting: the device that is followed, and the track that is written from what it delivers. */
import type { ErrorCode } from '#contract/errors.ts'
import type { Level, TrackState } from '#contract/hearing.ts'
import type { TrackName } from '#contract/transcript.ts'
import { SAMPLE_RATE } from '../audio/frames.ts'
import type { SourceEvent, SourceHearing } from '../audio/source.ts'
import type {
  CaptureDevice,
  CaptureStream,
  Delivery,
  DeviceKind,
  StreamRequest,
} from './capture.native.ts'
import { follow, wanted } from './follow-device.ts'
import { keepBound } from './keep-bound.ts'
import { openTimeline } from './open-timeline.ts'
import { peakOf } from './peak-of.ts'
import { type TrackWriter, writeTrack } from './place-track.ts'
import type { HoleCause } from './timeline.ts'
import * as say from './track-warnings.ts'

export interface TrackChoice {
  readonly track: TrackName
  readonly kind: DeviceKind
  /** Null follows the default. */
  readonly deviceId: string | null
}

export interface TrackParts {
  readonly open: (request: StreamRequest) => Promise<CaptureStream>
  readonly steadyMs: () => number
  /** Outputs deliver also while they play nothing; on Windows they do not. */
  readonly outputsSendSilence: boolean
  readonly tell: (event: SourceEvent) => void
  readonly room: () => Promise<void> | null
  /** The device delivered what it heard between these moments; told before it is placed. */
  readonly heard: (track: TrackName, fromMs: number, untilMs: number) => void
  /** What the track hears may have changed. */
  readonly changed: () => void
  readonly fail: (error: unknown) => void
}

export interface DeviceTrack {
  readonly choice: TrackChoice
  readonly hearing: SourceHearing['tracks'][number]
  /** What is heard now; null while nothing is. */
  readonly stream: CaptureStream | null
  /** An output that is heard in place of the default. */
  readonly instead: string | null
  /** When the first sample was heard; null until then. */
  readonly firstMs: number | null
  /** A device is open, and its first sound has not come yet. */
  readonly waiting: boolean
  /** The first attempt; rejects when it fails. Later ones are made for ever. */
  open(): Promise<void>
  /** Its failure was told by the caller. */
  forgive(code: ErrorCode): void
  listen(): void
  /** Its time begins at this moment. */
  begin(originMs: number): void
  /** `trusts`: what has not come by now will not come. */
  beat(nowMs: number, trusts: boolean): void
  devicesChanged(devices: readonly CaptureDevice[]): void
  /** The largest sample heard since the last call, whatever became of it; null where not all of it was taken yet. */
  takePeak(): number | null
  level(): Level
  pause(atMs: number, cause: 'person' | 'sleep'): void
  resume(atMs: number): void
  mute(atMs: number, muted: boolean): void
  /** Opens the device again; time without sound is put down to sleep. */
  wake(): void
  /** Since then the device was not heard though it was open. `again` opens it anew. */
  deaf(sinceMs: number, again: boolean): void
  hearsAgain(): void
  /** Hears this output in place of the default, or the default again. All outputs at once are given up for it. */
  hearInstead(deviceId: string | null): void
  /** Tells what was heard up to this moment, and ends the track. */
  finish(untilMs: number): Promise<void>
  close(): Promise<void>
}

/** Sound that nobody takes is kept for so long: a disk may be busy. */
const RING_MS = 30_000
/** What was heard may still be under way for so long. */
const LATE_MS = 300
/** An output that has sent nothing for so long plays nothing. */
const QUIET_MS = 500
/** A device may be away for so long before anybody is told. */
const LOST_MS = 1000

export function deviceTrack(choice: TrackChoice, parts: TrackParts): DeviceTrack {
  const { track, kind, deviceId: chosen } = choice
  const sendsSilence = kind === 'microphone' || parts.outputsSendSilence
  const holes = sendsSilence ? 'device_glitch' : 'silence'
  let writer: TrackWriter | null = null
  let state: TrackState = 'opening'
  let instead: string | null = null
  let everything = true
  let peak = 0
  let lastName: string | null = null
  let lostSinceMs: number | null = null
  /** Why it is not heard, as people were told it; null while there is nothing to tell. */
  let toldLost: ErrorCode | null = null
  /** Told while a device was being opened, and so perhaps newer than what was opened; null if nothing was. */
  let newer: readonly CaptureDevice[] | null = null
  /** What was asked for before the meeting had a time. */
  const early: ((writer: TrackWriter) => void)[] = []

  const following = () => ({ kind, chosen, instead })

  function ask(request: (writer: TrackWriter) => void): void {
    if (writer) request(writer)
    else early.push(request)
  }

  function turn(to: TrackState): void {
    if (state === 'ended') return
    state = to
    parts.changed()
  }

  function tell(warning: say.TrackWarning): void {
    parts.tell({ type: 'warning', warning: { ...warning, track } })
  }

  const binding = keepBound({
    sendsSilence,
    open() {
      newer = null
      return parts.open({
        kind,
        deviceId: wanted(following()),
        excludeOwnProcess: kind === 'loopback' && everything && chosen === null && instead === null,
        ringMs: RING_MS,
      })
    },
    steadyMs: parts.steadyMs,
    room: parts.room,
    fail: parts.fail,
    bound,
    hear,
    lost() {
      if (binding.stream) return
      lostSinceMs ??= parts.steadyMs()
      // An output that was heard in its place is gone: the default is the next best.
      instead = null
      turn('lost')
    },
  })

  function bound(stream: CaptureStream, between: HoleCause): void {
    const { device, scope, sampleRate, channels } = stream
    const name = scope === 'everything' ? 'Everything that is played' : device.name
    const format = { name, sampleRate: device.sampleRate ?? sampleRate, channels }
    writer?.bind({ format, sampleRate, between, holes })
    if (toldLost) tell(say.back(kind, device.name, toldLost))
    lastName = device.name
    lostSinceMs = null
    toldLost = null
    turn(state === 'deaf' ? 'deaf' : 'hearing')
    if (newer) devicesChanged(newer)
  }

  function hear(delivery: Exclude<Delivery, { type: 'ended' }>): void {
    if (delivery.type === 'overrun') return writer?.overrun(delivery.length)
    const { samples, deviceMs } = delivery
    const rate = binding.stream?.sampleRate ?? SAMPLE_RATE
    parts.heard(track, deviceMs, deviceMs + (samples.length * 1000) / rate)
    peak = Math.max(peak, peakOf(samples))
    writer?.hear(delivery)
  }

  function devicesChanged(now: readonly CaptureDevice[]): void {
    newer = now
    const { stream } = binding
    if (!stream) return binding.retry()
    const heard = { deviceId: stream.device.id, everything: stream.scope === 'everything' }
    if (follow(following(), heard, now) === 'stay') return
    instead = null
    binding.move('device_changed')
  }

  function noteLoss(nowMs: number): void {
    if (toldLost || lostSinceMs === null || nowMs - lostSinceMs < LOST_MS) return
    const warning = say.lost(kind, lastName)
    toldLost = warning.code
    tell(warning)
  }

  /** Tells time in which nothing comes, so that readers are not kept waiting. */
  function tellQuiet(nowMs: number): void {
    if (!binding.stream) {
      if (!binding.waiting) writer?.advance(nowMs - LATE_MS, binding.cause)
    } else if (!sendsSilence && binding.idleMs >= QUIET_MS) {
      writer?.advance(nowMs - QUIET_MS, 'silence')
    }
    const quietMs = binding.idleMs >= LATE_MS ? nowMs - LATE_MS : -Infinity
    writer?.flush(quietMs, holes)
  }

  return {
    choice,
    get hearing() {
      const { stream } = binding
      const all = stream?.scope === 'everything'
      return { track, state, device: stream?.device.name ?? null, everything: all }
    },
    get stream() {
      return binding.stream
    },
    get instead() {
      return instead
    },
    get firstMs() {
      return binding.firstMs
    },
    get waiting() {
      return binding.waiting
    },
    async open() {
      try {
        await binding.open()
      } catch (error) {
        lostSinceMs = parts.steadyMs()
        state = 'lost'
        throw error
      }
    },
    forgive(code) {
      toldLost = code
    },
    listen: () => binding.listen(),
    begin(originMs) {
      writer = writeTrack(track, { timeline: openTimeline(originMs), originMs }, parts.tell)
      for (const request of early) request(writer)
      binding.begin()
    },
    beat(nowMs, trusts) {
      binding.beat()
      if (trusts) tellQuiet(nowMs)
      noteLoss(nowMs)
    },
    devicesChanged,
    takePeak() {
      const taken = peak
      peak = 0
      return binding.isUpToDate ? taken : null
    },
    level: () => writer?.level() ?? { track, peak: 0, rms: 0 },
    pause: (atMs, cause) => ask((to) => to.pause(atMs, cause)),
    resume: (atMs) => ask((to) => to.resume(atMs)),
    mute: (atMs, muted) => ask((to) => to.mute(atMs, muted)),
    wake: () => binding.move('sleep'),
    deaf(sinceMs, again) {
      writer?.deafSince(sinceMs)
      if (state !== 'deaf') {
        tell(say.deaf(kind, lastName ?? ''))
        turn('deaf')
      }
      if (again) binding.move('deaf')
    },
    hearsAgain() {
      if (state !== 'deaf') return
      tell(say.hearsAgain(kind, lastName ?? ''))
      turn('hearing')
    },
    hearInstead(deviceId) {
      everything = false
      instead = deviceId
      binding.move('device_changed')
    },
    async finish(untilMs) {
      await binding.drain(untilMs)
      if (!binding.stream) writer?.advance(untilMs, binding.cause)
      else if (!sendsSilence) writer?.advance(untilMs, 'silence')
      writer?.flush(untilMs, holes)
      writer?.finish()
      await binding.close()
      turn('ended')
    },
    close: () => binding.close(),
  }
}

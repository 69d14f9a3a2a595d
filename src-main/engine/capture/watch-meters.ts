/**
 * Looks at the devices' own meters while a track is silent, and acts on what the watchdog finds: opens a deaf device
 * again, and hears the output that really plays where nobody chose another.
 */
import type { Log } from '../runtime/log.ts'
import type { SourceEvent } from '../audio/source.ts'
import type { Capture, CaptureDevice, DevicePeak } from './capture.native.ts'
import type { DeviceTrack } from './device-track.ts'
import * as say from './track-warnings.ts'
import { type Finding, watchdog, watchRules } from './watchdog.ts'

export interface MeterWatch {
  /** Every half second while something is heard. */
  look(nowMs: number): Promise<void>
  /** Time stood still. */
  forget(): void
}

export interface MeterWatchParts {
  readonly capture: Pick<Capture, 'devices' | 'peaks'>
  readonly steadyMs: () => number
  readonly tell: (event: SourceEvent) => void
  readonly log: Log
}

/** Another output that is heard in place of the default is left when it was silent for so long. */
const INSTEAD_MS = 60_000
/** Meters that were not looked at for so long tell of a time before this silence. */
const STALE_MS = 1500

export function watchMeters(tracks: readonly DeviceTrack[], parts: MeterWatchParts): MeterWatch {
  const guards = tracks.map((track) => guard(track, parts))
  let looking = false

  return {
    async look(nowMs) {
      if (looking) return
      looking = true
      try {
        const silent = guards.filter((one) => one.isSilent(nowMs))
        for (const kind of new Set(silent.map(({ track }) => track.choice.kind))) {
          const meters = await parts.capture.peaks(kind)
          for (const one of silent) if (one.track.choice.kind === kind) await one.compare(meters)
        }
      } catch (error) {
        // The streams tell by themselves what has become of the sound server.
        parts.log.warn('meters.failed', { reason: error instanceof Error ? error.name : 'unknown' })
      } finally {
        looking = false
      }
    },
    forget: () => guards.forEach((one) => one.forget()),
  }
}

function guard(track: DeviceTrack, parts: MeterWatchParts) {
  const { kind, deviceId: chosen } = track.choice
  const dog = watchdog()
  let heardId: string | null = null
  let metersMs = -Infinity
  let silentSinceMs: number | null = null
  let toldElsewhere = false
  let deafLooks = 0
  let reopenAt = 1

  function forget(): void {
    dog.forget()
    silentSinceMs = null
    metersMs = -Infinity
  }

  function tell(warning: say.TrackWarning): void {
    parts.tell({ type: 'warning', warning: { ...warning, track: track.choice.track } })
  }

  function heard(captured: number, atMs: number): void {
    silentSinceMs = null
    if (toldElsewhere) tell(say.plays(track.stream?.device.name ?? ''))
    toldElsewhere = false
    deafLooks = 0
    reopenAt = 1
    if (dog.look({ atMs, captured, deviceId: heardId, meters: [] })) track.hearsAgain()
  }

  async function act(finding: Finding): Promise<void> {
    switch (finding.type) {
      case 'heard':
        return track.hearsAgain()
      case 'deaf':
        return deaf(finding.sinceMs, finding.loudDeviceId)
      case 'elsewhere':
        return elsewhere(finding.deviceId)
    }
  }

  async function deaf(sinceMs: number, loudId: string): Promise<void> {
    if (track.stream?.scope === 'everything') {
      // What hears everything does not hear this player: its output is heard alone.
      track.deaf(sinceMs, false)
      return track.hearInstead(insteadOf(loudId, await parts.capture.devices()))
    }
    deafLooks += 1
    const again = deafLooks >= reopenAt
    if (again) reopenAt *= 2
    track.deaf(sinceMs, again)
  }

  async function elsewhere(playingId: string): Promise<void> {
    if (kind === 'microphone' || !track.stream) return
    const devices = await parts.capture.devices()
    const playing = devices.find(({ id }) => id === playingId)
    if (!playing) return
    const moved = chosen === null
    if (moved || !toldElsewhere) {
      const warning = say.elsewhere(track.stream.device.name, playing.name, moved)
      tell(warning)
    }
    toldElsewhere = !moved
    if (moved) track.hearInstead(insteadOf(playingId, devices))
  }

  return {
    track,
    forget,
    /** Whether the meters have to be asked. */
    isSilent(nowMs: number): boolean {
      const { stream } = track
      const captured = track.takePeak()
      if (!stream || stream.device.id !== heardId || captured === null) {
        forget()
        heardId = stream?.device.id ?? null
        return false
      }
      if (captured >= watchRules.quiet) {
        heard(captured, nowMs)
        return false
      }
      silentSinceMs ??= nowMs
      if (track.instead !== null && nowMs - silentSinceMs >= INSTEAD_MS) track.hearInstead(null)
      return true
    },
    async compare(meters: readonly DevicePeak[]): Promise<void> {
      const atMs = parts.steadyMs()
      const fresh = atMs - metersMs < STALE_MS
      metersMs = atMs
      const captured = track.takePeak()
      const everything = track.stream?.scope === 'everything'
      if (captured === null) return forget()
      if (captured >= watchRules.quiet) return heard(captured, atMs)
      if (!fresh) return
      const known =
        kind === 'microphone' ? meters.filter((one) => one.deviceId === heardId) : meters
      const finding = dog.look({
        atMs,
        captured,
        deviceId: everything ? null : heardId,
        meters: known,
      })
      if (finding) await act(finding)
    },
  }
}

/** The default is followed as such, not as this device. */
function insteadOf(deviceId: string, devices: readonly CaptureDevice[]): string | null {
  const standard = devices.find(({ kind, isDefault }) => kind === 'loopback' && isDefault)
  return standard?.id === deviceId ? null : deviceId
}

/**
 * Devices that do what a test says, on a clock that a test turns: every 10 ms each open stream delivers what its
 * device hears, and everything that waits for it has happened before time goes on.
 */
import {
  type Capture,
  type CaptureDevice,
  CaptureError,
  type CaptureReason,
  type CaptureStream,
  type Delivery,
  type DeviceKind,
  type StreamRequest,
} from '#native/capture/stream.ts'
import type { Clock } from '../../runtime/clock.ts'

export interface ScriptedDevice {
  readonly id: string
  readonly kind: DeviceKind
  isDefault: boolean
  /** How loud its sound is; every sample has this value, so that a test knows whose it is. */
  plays: number
  /** As `plays`, unless the device is deaf. */
  captured: number | null
  /** A dead device, or an output on Windows that plays nothing, sends nothing. */
  sends: boolean
  /** What its next opening fails with. */
  refuses: CaptureReason | null
  /** How long after opening the first sample comes. */
  startsAfterMs: number
  sampleRate: number
}

export interface ScriptedDevices {
  readonly capture: Capture
  readonly clock: Clock
  readonly steadyMs: () => number
  readonly uptimeMs: () => number
  readonly requests: readonly StreamRequest[]
  /** How many streams are open now. */
  readonly open: number
  add(device: Partial<ScriptedDevice> & Pick<ScriptedDevice, 'id' | 'kind'>): ScriptedDevice
  /** Unplugs it: its streams end. */
  remove(id: string, reason?: CaptureReason): void
  /** Ends the streams of a device that stays. */
  breakOff(id: string, reason: CaptureReason): void
  setDefault(id: string): void
  /** The sound server goes away, or comes back. */
  serve(isThere: boolean): void
  /** Windows can hear all outputs at once. */
  everything: boolean
  /** Lets time pass. */
  run(ms: number): Promise<void>
  /** The computer sleeps: the wall clock goes on, the steady one does not. */
  sleep(ms: number): void
  /** The same where the steady clock goes on too. */
  sleepSteadily(ms: number): void
  settle(): Promise<void>
}

interface Open {
  readonly device: ScriptedDevice
  readonly everything: boolean
  fromMs: number
  readonly waiting: Delivery[]
  over: boolean
  wake: (() => void) | null
}

const STEP_MS = 10

export function scriptedDevices(startMs = 5_000): ScriptedDevices {
  const devices = new Map<string, ScriptedDevice>()
  const streams = new Set<Open>()
  const watchers = new Set<() => void>()
  const requests: StreamRequest[] = []
  const works = new Set<{ readonly ms: number; readonly work: () => void; dueMs: number }>()
  let nowMs = startMs
  let sleptMs = 0
  let served = true

  const changed = (): void => watchers.forEach((tell) => tell())
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

  function describe({ id, kind, isDefault, sampleRate }: ScriptedDevice): CaptureDevice {
    const format = { sampleRate, channels: 2, sampleFormat: 'f32' }
    return { id, kind, name: `The ${id}`, isDefault, isDefaultForCalls: isDefault, ...format }
  }

  function tell(stream: Open, delivery: Delivery): void {
    if (stream.over) return
    stream.waiting.push(delivery)
    if (delivery.type === 'ended') finish(stream)
    stream.wake?.()
  }

  function finish(stream: Open): void {
    stream.over = true
    streams.delete(stream)
    stream.wake?.()
  }

  function find(request: StreamRequest): ScriptedDevice {
    if (!served) throw new CaptureError('server_unreachable', 'scripted')
    const ours = [...devices.values()].filter(({ kind }) => kind === request.kind)
    const device = request.deviceId
      ? devices.get(request.deviceId)
      : ours.find(({ isDefault }) => isDefault)
    if (!device)
      throw new CaptureError(request.deviceId ? 'unknown_device' : 'no_device', 'scripted')
    if (device.refuses) throw new CaptureError(device.refuses, 'scripted')
    return device
  }

  async function* deliver(stream: Open): AsyncGenerator<Delivery> {
    for (;;) {
      const next = stream.waiting.shift()
      if (next) yield next
      else if (stream.over) return
      else await new Promise<void>((resolve) => (stream.wake = resolve))
    }
  }

  function valueOf({ device, everything }: Open): number {
    const heard = everything
      ? [...devices.values()].filter(({ kind }) => kind === 'loopback')
      : [device]
    return Math.max(...heard.map(({ plays, captured }) => captured ?? plays))
  }

  function deliverStep(stream: Open): void {
    const { sampleRate, sends } = stream.device
    if (!sends || nowMs - STEP_MS < stream.fromMs) return
    const samples = new Float32Array((sampleRate * STEP_MS) / 1000).fill(valueOf(stream))
    tell(stream, { type: 'samples', samples, deviceMs: nowMs - STEP_MS, discontinuity: false })
  }

  async function step(): Promise<void> {
    nowMs += STEP_MS
    for (const stream of streams) deliverStep(stream)
    await settle()
    for (const due of works) {
      if (due.dueMs > nowMs) continue
      due.dueMs += due.ms
      due.work()
    }
    await settle()
  }

  const scripted: ScriptedDevices = {
    everything: false,
    requests,
    get open() {
      return streams.size
    },
    capture: {
      async devices() {
        if (!served) throw new CaptureError('server_unreachable', 'scripted')
        return [...devices.values()].map(describe)
      },
      async open(request): Promise<CaptureStream> {
        requests.push(request)
        const device = find(request)
        const everything = scripted.everything && request.excludeOwnProcess
        const fromMs = nowMs + device.startsAfterMs
        const stream: Open = { device, everything, fromMs, waiting: [], over: false, wake: null }
        streams.add(stream)
        const { sampleRate } = device
        return {
          device: describe(device),
          scope: everything ? 'everything' : 'device',
          sampleRate,
          channels: 2,
          deliveries: deliver(stream),
          close: async () => finish(stream),
        }
      },
      watch(listener) {
        watchers.add(listener)
        return () => void watchers.delete(listener)
      },
      peaks: async (kind) =>
        [...devices.values()]
          .filter((device) => device.kind === kind)
          .map(({ id, plays }) => ({ deviceId: id, peak: plays })),
      close: async () => streams.forEach(finish),
    },
    clock: {
      now: () => nowMs + sleptMs,
      every(ms, work) {
        const due = { ms, work, dueMs: nowMs + ms }
        works.add(due)
        return () => void works.delete(due)
      },
      later(ms, work) {
        const due = { ms: Infinity, dueMs: nowMs + ms, work: () => (works.delete(due), work()) }
        works.add(due)
        return () => void works.delete(due)
      },
    },
    steadyMs: () => nowMs,
    uptimeMs: () => nowMs + sleptMs,
    add(given) {
      const device: ScriptedDevice = {
        isDefault: false,
        plays: 0.1,
        captured: null,
        sends: true,
        refuses: null,
        startsAfterMs: 0,
        sampleRate: 48_000,
        ...given,
      }
      devices.set(device.id, device)
      changed()
      return device
    },
    remove(id, reason = 'device_lost') {
      devices.delete(id)
      scripted.breakOff(id, reason)
      changed()
    },
    breakOff(id, reason) {
      for (const stream of [...streams])
        if (stream.device.id === id) tell(stream, { type: 'ended', reason, detail: 'scripted' })
    },
    setDefault(id) {
      const kind = devices.get(id)?.kind
      for (const device of devices.values())
        if (device.kind === kind) device.isDefault = device.id === id
      changed()
    },
    serve(isThere) {
      served = isThere
      if (!isThere)
        for (const { device } of [...streams]) scripted.breakOff(device.id, 'server_unreachable')
      changed()
    },
    async run(ms) {
      for (let passed = 0; passed < ms; passed += STEP_MS) await step()
    },
    sleep(ms) {
      sleptMs += ms
    },
    sleepSteadily(ms) {
      nowMs += ms
      // Timers that came due meanwhile fire once.
      for (const work of works) work.dueMs = Math.max(work.dueMs, nowMs)
    },
    settle,
  }
  return scripted
}

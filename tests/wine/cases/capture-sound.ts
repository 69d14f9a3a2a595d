/**
 * Every device gives its own tone, whole: a wave is fitted to each 10 ms of what is heard. Wine's loopback is known to
 * stumble now and then on a busy machine, so a measurement may be repeated, and few bad windows are forgiven.
 */
import assert from 'node:assert/strict'
import { openCapture } from '../../../native/capture/capture.ts'
import type { CaptureDevice, StreamRequest } from '../../../native/capture/stream.ts'

const hertz: Readonly<Record<string, number>> = {
  'Room 会議': 440,
  'Monitor of Room 会議': 440,
  Büro: 1000,
  'Monitor of Büro': 1000,
}
const windowLength = 480
const windowsToJudge = 300
const mostBadPercent = 2
const attempts = 3

const capture = await openCapture()

interface Heard {
  readonly samples: readonly number[]
  readonly scope: string
  /** How far the device's times are from counting samples, at worst. */
  readonly strayMs: number
}

/** From the first sound on, as many samples as will be judged. */
async function hear(request: StreamRequest): Promise<Heard> {
  const openedMs = nowMs()
  const stream = await capture.open(request)
  assert.equal(stream.sampleRate, 48_000)
  assert.equal(stream.channels, 2)
  const samples: number[] = []
  let firstMs: number | null = null
  let heard = 0
  let strayMs = 0
  for await (const delivery of stream.deliveries) {
    assert.equal(delivery.type, 'samples')
    if (delivery.type !== 'samples') continue
    const { deviceMs } = delivery
    assert.ok(
      deviceMs > openedMs - 2000 && deviceMs < nowMs() + 1,
      'not the clock of process.hrtime',
    )
    firstMs ??= deviceMs
    strayMs = Math.max(strayMs, Math.abs(deviceMs - firstMs - (heard / stream.sampleRate) * 1000))
    heard += delivery.samples.length
    // The tone starts when the sound server gets round to it.
    for (const sample of delivery.samples)
      if (samples.length > 0 || Math.abs(sample) > 0.1) samples.push(sample)
    if (samples.length >= windowLength * windowsToJudge) break
  }
  await stream.close()
  return { samples, scope: stream.scope, strayMs }
}

function nowMs(): number {
  return Number(process.hrtime.bigint() / 1_000_000n)
}

/** The share of windows that are not this tone, or do not go on where the last one stopped. */
function badPercent(samples: readonly number[], frequency: number): number {
  const step = (2 * Math.PI * frequency) / 48_000
  let bad = 0
  let lastPhase: number | null = null
  for (let window = 0; window < windowsToJudge; window++) {
    const start = window * windowLength
    const { share, phase } = fit(samples.slice(start, start + windowLength), step, start)
    const turned = lastPhase === null ? 0 : Math.abs(Math.sin((phase - lastPhase) / 2))
    lastPhase = phase
    if (share < 0.99 || turned > 0.1) bad++
  }
  return (bad / windowsToJudge) * 100
}

/** Least squares: which wave of this frequency comes closest, and what share of the energy it explains. */
function fit(samples: readonly number[], step: number, start: number) {
  let [ss, sc, cc, xs, xc, xx] = [0, 0, 0, 0, 0, 0]
  for (const [i, sample] of samples.entries()) {
    const sine = Math.sin(step * (start + i))
    const cosine = Math.cos(step * (start + i))
    ss += sine * sine
    sc += sine * cosine
    cc += cosine * cosine
    xs += sample * sine
    xc += sample * cosine
    xx += sample * sample
  }
  const determinant = ss * cc - sc * sc
  const sine = (xs * cc - xc * sc) / determinant
  const cosine = (xc * ss - xs * sc) / determinant
  const isLoud = xx > samples.length / 100
  return { share: isLoud ? (sine * xs + cosine * xc) / xx : 0, phase: Math.atan2(cosine, sine) }
}

async function measure(request: StreamRequest, frequency: number) {
  for (let attempt = 1; ; attempt++) {
    const { samples, scope, strayMs } = await hear(request)
    const bad = badPercent(samples, frequency)
    const figures = { badPercent: Number(bad.toFixed(2)), strayMs: Math.round(strayMs), attempt }
    if (bad < mostBadPercent) return { ...figures, scope }
    if (attempt === attempts) assert.fail(`${frequency} Hz: ${JSON.stringify(figures)}`)
  }
}

const requestFor = ({ kind, id }: CaptureDevice): StreamRequest => ({
  kind,
  deviceId: id,
  excludeOwnProcess: false,
  ringMs: 5000,
})

// The fit itself: another tone is no fit, and neither is a tone with a cut in it.
const tone = (frequency: number, skipAt = Infinity) =>
  Array.from({ length: windowLength * windowsToJudge }, (_, i) =>
    Math.sin((2 * Math.PI * frequency * (i < skipAt ? i : i + 17)) / 48_000),
  )
assert.equal(badPercent(tone(440), 440), 0)
assert.equal(badPercent(tone(1000), 440), 100)
assert.ok(badPercent(tone(440, windowLength * 7), 440) > 0)

const figures: Record<string, unknown> = {}
for (const device of await capture.devices()) {
  const frequency = hertz[device.name]
  if (frequency === undefined) continue
  const { scope, ...measured } = await measure(requestFor(device), frequency)
  assert.equal(scope, 'device')
  figures[`${device.kind} ${frequency} Hz`] = measured
}
assert.equal(Object.keys(figures).length, 4)

// The default device, and everything but our own sound: a system that cannot do that says so.
const usual = { deviceId: null, ringMs: 5000 }
const microphone = await measure({ ...usual, kind: 'microphone', excludeOwnProcess: false }, 440)
const everything = await measure({ ...usual, kind: 'loopback', excludeOwnProcess: true }, 440)
assert.equal(everything.scope, 'device')
await capture.close()
console.log(JSON.stringify({ ...figures, microphone, everything }))

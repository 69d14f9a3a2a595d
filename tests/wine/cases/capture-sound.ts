/**
 * Every device gives its own tone, whole: a wave is fitted to each 10 ms of what is heard. Wine's loopback is known to
 * stumble now and then on a busy machine, so a measurement may be repeated, and few bad windows are forgiven.
 */
import assert from 'node:assert/strict'
import { openCapture } from '../../../native/capture/capture.ts'
import type { StreamRequest } from '../../../native/capture/stream.ts'
import { listen } from '../../../native/capture/testing/listen.ts'
import { afterSilence, fitSine } from '../../../native/capture/testing/sine-fit.ts'

/** By device, as the sound server next door plays them. */
const tones: Readonly<Record<string, number>> = {
  'Room 会議': 447,
  'Monitor of Room 会議': 447,
  Büro: 1009,
  'Monitor of Büro': 1009,
}
const usualTone = 447
const seconds = 3
const mostBadPercent = 2
const attempts = 3

const capture = await openCapture()

const nowMs = () => Number(process.hrtime.bigint()) / 1e6

async function hear(request: StreamRequest, hertz: number) {
  const openedMs = nowMs()
  const stream = await capture.open(request)
  const { sampleRate, channels, scope } = stream
  assert.deepEqual({ sampleRate, channels }, { sampleRate: 48_000, channels: 2 })
  const { samples, chunks, discontinuities, overrun } = await listen(stream, seconds)
  const closedMs = nowMs()
  await stream.close()
  assert.equal(overrun, 0)
  for (const { deviceMs } of chunks) assert.ok(deviceMs > openedMs - 2000 && deviceMs <= closedMs)

  const { bad, windows } = fitSine(afterSilence(samples, sampleRate), sampleRate, hertz)
  assert.ok(windows > 100)
  return { badPercent: Number(((100 * bad) / windows).toFixed(2)), discontinuities, scope }
}

async function measure(request: StreamRequest, hertz: number) {
  for (let attempt = 1; ; attempt++) {
    const heard = { ...(await hear(request, hertz)), attempt }
    if (heard.badPercent < mostBadPercent) return heard
    if (attempt === attempts) assert.fail(`${hertz} Hz: ${JSON.stringify(heard)}`)
  }
}

const usual = { deviceId: null, excludeOwnProcess: false, ringMs: 5000 }
const figures: Record<string, unknown> = {}
for (const { name, kind, id } of await capture.devices()) {
  const hertz = tones[name]
  if (hertz === undefined) continue
  figures[name] = await measure({ ...usual, kind, deviceId: id }, hertz)
}
assert.deepEqual(Object.keys(figures).toSorted(), Object.keys(tones).toSorted())

figures['default microphone'] = await measure({ ...usual, kind: 'microphone' }, usualTone)
// Wine cannot leave out our own sound: the default device is heard instead, and the stream says so.
const everything = await measure({ ...usual, kind: 'loopback', excludeOwnProcess: true }, usualTone)
assert.equal(everything.scope, 'device')
figures['default loopback'] = everything
await capture.close()
console.log(JSON.stringify(figures))

/** The capture addon loads, lists the sound server's devices, and says why it cannot open what is not there. */
import assert from 'node:assert/strict'
import { captureProblem, openCapture } from '../../../native/capture/capture.ts'

assert.equal(captureProblem(), null)
const capture = await openCapture()
const devices = await capture.devices()
for (const kind of ['microphone', 'loopback'] as const) {
  const listed = devices.filter((device) => device.kind === kind)
  assert.equal(listed.filter(({ isDefault }) => isDefault).length, 1)
  assert.equal(listed.filter(({ isDefaultForCalls }) => isDefaultForCalls).length, 1)
}
const named = (name: string) => {
  const found = devices.find((device) => device.name === name)
  assert.ok(found, name)
  return found
}
for (const name of ['Room 会議', 'Büro', 'Monitor of Büro']) {
  const { sampleRate, channels, sampleFormat } = named(name)
  assert.deepEqual(
    { sampleRate, channels, sampleFormat },
    { sampleRate: 48_000, channels: 2, sampleFormat: 'f32' },
  )
}
assert.equal(named('Büro').kind, 'loopback')
assert.equal(named('Monitor of Büro').kind, 'microphone')

const open = (deviceId: string) =>
  capture.open({ kind: 'microphone', deviceId, excludeOwnProcess: false, ringMs: 1000 })
const never = '{0.0.1.00000000}.{00000000-1111-2222-3333-444444444444}'
for (const deviceId of ['no id at all', never, named('Büro').id]) {
  await assert.rejects(open(deviceId), { reason: 'unknown_device' })
}

// Wine has no meters; what matters is that asking does no harm.
for (const kind of ['microphone', 'loopback', 'microphone'] as const) {
  assert.ok(Array.isArray(await capture.peaks(kind)))
}
await capture.close()

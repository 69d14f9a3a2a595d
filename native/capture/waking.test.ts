import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { defaultDirectory, loadAddon } from './addon.ts'
import { captureProblem } from './capture.ts'
import type { DeviceKind } from './stream.ts'
import { pulseProblem, startPulseDaemon } from './testing/pulse-daemon.ts'

vi.setConfig({ testTimeout: 60_000 })

const problem = pulseProblem() ?? captureProblem()

describe.skipIf(problem !== null)('a stream that waits', () => {
  it('has no more while another is heard, and has more when it is closed', async () => {
    const daemon = await startPulseDaemon()
    onTestFinished(() => daemon.close())
    await daemon.addSink('speakers')
    await daemon.addMicrophone('desk')
    const addon = loadAddon(defaultDirectory())
    let calls = Promise.withResolvers<void>()
    const connection = await addon.connect(daemon.server, () => {
      calls.resolve()
      calls = Promise.withResolvers()
    })
    onTestFinished(() => addon.close(connection))
    const open = async (kind: DeviceKind, deviceId: string) => {
      const request = { kind, deviceId, excludeOwnProcess: false, ringMs: 20_000 }
      return (await addon.open(connection, request)).handle
    }
    const [still, sounding] = [await open('microphone', 'desk'), await open('loopback', 'speakers')]
    await daemon.suspendSource('desk', true)

    // What was on its way when the device stood still may come once more, not for ever.
    do {
      while (addon.take(still)?.length) continue
      for (let heard = 0; heard < 20; heard += addon.take(sounding)?.length ?? 0) {
        while (!addon.hasMore(sounding)) await calls.promise
      }
    } while (addon.hasMore(still))

    const closing = addon.closeStream(connection, still)
    while (!addon.hasMore(still)) await calls.promise
    await closing
    expect(addon.take(still)).toBeNull()
  })
})

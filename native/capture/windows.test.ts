/** On real Windows, with or without devices: the machines that run this have often none, and no audio service. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { captureProblem, openCapture } from './capture.ts'
import { CaptureError, type CaptureReason, type DeviceKind, type StreamRequest } from './stream.ts'

const absent: readonly CaptureReason[] = ['no_device', 'unknown_device', 'server_unreachable']
const kinds: readonly DeviceKind[] = ['microphone', 'loopback']

async function setUp() {
  const capture = await openCapture()
  onTestFinished(() => capture.close())
  const open = async (request: Partial<StreamRequest> & { readonly kind: DeviceKind }) =>
    capture.open({ deviceId: null, excludeOwnProcess: false, ringMs: 1000, ...request })
  return { capture, open }
}

/** Why it failed; null if it did not. Anything but a CaptureError is thrown on. */
async function reasonOf(attempt: Promise<unknown>): Promise<CaptureReason | null> {
  try {
    await attempt
    return null
  } catch (error) {
    if (error instanceof CaptureError) return error.reason
    throw error
  }
}

describe.runIf(process.platform === 'win32')('the capture addon on Windows', () => {
  it('loads', () => {
    expect(captureProblem()).toBeNull()
  })

  it('lists devices of which at most one of a kind is the default, or says that it cannot', async () => {
    const { capture } = await setUp()
    const listed = await capture.devices().catch((error: unknown) => {
      if (error instanceof CaptureError && error.reason === 'server_unreachable') return []
      throw error
    })
    for (const kind of kinds) {
      const defaults = listed.filter((device) => device.kind === kind && device.isDefault)
      expect(defaults.length).toBeLessThanOrEqual(1)
    }
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
  })

  it.each(kinds)('refuses a %s that does not exist', async (kind) => {
    const { open } = await setUp()
    expect(absent).toContain(await reasonOf(open({ kind, deviceId: 'no such device' })))
  })

  it.each([true, false])(
    'opens the default output, without our own sound: %s, or says why not',
    async (excludeOwnProcess) => {
      const { open } = await setUp()
      const opening = open({ kind: 'loopback', excludeOwnProcess })
      const reason = await reasonOf(opening)
      if (reason === null) await (await opening).close()
      else expect(absent).toContain(reason)
    },
  )

  it.each(kinds)('answers about the meters of every %s', async (kind) => {
    const { capture } = await setUp()
    for (let look = 0; look < 3; look++) {
      for (const { peak } of await capture.peaks(kind)) {
        expect(peak).toBeGreaterThanOrEqual(0)
        expect(peak).toBeLessThanOrEqual(1)
      }
    }
  })
})

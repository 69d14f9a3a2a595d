import { describe, expect, it, vi } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { CaptureError, type CaptureReason } from '#native/capture/stream.ts'
import { captureFailure } from './capture-failure.native.ts'
import { soundSystem } from './capture.native.ts'
import { scriptedDevices } from './testing/scripted-devices.ts'

function setUp() {
  const devices = scriptedDevices()
  devices.add({ id: 'mic', kind: 'microphone', isDefault: true })
  devices.add({ id: 'speaker', kind: 'loopback', isDefault: true })
  const open = vi.fn(async () => devices.capture)
  const failed = vi.fn<(error: unknown) => void>()
  return { devices, open, failed, system: soundSystem(open, failed) }
}

describe('the sound system', () => {
  it('is opened at the first need, and once', async () => {
    const { open, system } = setUp()
    system.watchDevices(() => {})
    expect(open).not.toHaveBeenCalled()
    await Promise.all([system.listDevices(), system.open(), system.open()])
    expect(open).toHaveBeenCalledOnce()
  })

  it('calls what an output plays the system sound', async () => {
    const { system } = setUp()
    expect(await system.listDevices()).toMatchObject([
      { id: 'mic', kind: 'microphone', name: 'The mic', isDefault: true, sampleRate: 48_000 },
      { id: 'speaker', kind: 'system' },
    ])
  })

  it('tells all devices when they change, until nobody listens', async () => {
    const { devices, system } = setUp()
    const told = vi.fn<(devices: readonly { readonly id: string }[]) => void>()
    const stop = system.watchDevices(told)
    await system.listDevices()
    devices.add({ id: 'headset', kind: 'loopback' })
    await vi.waitFor(() => expect(told.mock.lastCall?.[0].map(({ id }) => id)).toContain('headset'))
    stop()
    devices.remove('headset')
    await devices.settle()
    expect(told).toHaveBeenCalledOnce()
  })

  it('says that the addon is missing, and is tried again', async () => {
    const { open, system } = setUp()
    open.mockRejectedValueOnce(new Error('no such file'))
    await expect(system.listDevices()).rejects.toMatchObject({ code: 'source_unavailable' })
    await expect(system.listDevices()).resolves.toHaveLength(2)
  })

  it('says that the sound server does not answer', async () => {
    const { devices, system } = setUp()
    devices.serve(false)
    await expect(system.listDevices()).rejects.toMatchObject({ code: 'source_unavailable' })
  })
})

describe('a device that cannot be opened', () => {
  it.each<[CaptureReason, string, RegExp]>([
    ['no_device', 'device_missing', /Connect one/],
    ['unknown_device', 'device_unknown', /list of devices/],
    ['device_in_use', 'device_busy', /Close that program/],
    ['permission_denied', 'device_denied', /Settings > Privacy & security > Microphone/],
    ['device_lost', 'device_lost', /Connect it again/],
    ['format_changed', 'device_lost', /Connect it again/],
    ['server_unreachable', 'source_unavailable', /Windows Audio/],
    ['unsupported_format', 'source_unavailable', /48 kHz/],
    ['failed', 'source_unavailable', /could not be opened/],
  ])('%s is %s, and says what to do', (reason, code, says) => {
    const failure = captureFailure(new CaptureError(reason, 'call 0x1'), 'microphone', 'win32')
    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(says) })
  })

  it('lets bugs pass as they are', () => {
    const bug = new TypeError('x')
    expect(captureFailure(bug, 'loopback')).toBe(bug)
  })
})

/** The desktop against an engine that is driven by hand, over the real wire. */
import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import type { MessagePortMain } from 'electron'
import { expect, it, vi } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { defaultSettings, type Settings } from '#contract/settings.ts'
import { portChannel } from '#wire/port-channel.ts'
import { serve } from '#wire/serve.ts'
import { heard, meeting, progressed, started, stopped, warned } from './fixtures/desktop-events.ts'
import { standInDesktop } from './fixtures/stand-in-desktop.ts'
import { type DesktopParts, runDesktop } from './run-desktop.ts'

async function setUp({ settings = {} as Partial<Settings>, fails = false } = {}) {
  const listeners = new Set<(event: EngineEvent) => void>()
  const calls: string[] = []
  const emit = (event: EngineEvent): void => listeners.forEach((tell) => tell(event))
  const api = new Proxy({} as EngineApi, {
    get: (_, name: string) => async () => {
      calls.push(name)
      if (name === 'settings.read') return { ...defaultSettings, ...settings }
      if (name === 'meeting.list') return []
      if (fails) throw new AppError('device_missing', 'There is no microphone.')
      if (name === 'meeting.start') {
        emit(started)
        emit(heard())
        return meeting
      }
      if (name === 'meeting.stop') {
        emit(stopped)
        return stopped.meeting
      }
      return heard().hearing
    },
  })
  const app = Object.assign(new EventEmitter(), {
    quit: vi.fn(() => void app.emit('before-quit', { preventDefault: () => {} })),
    showAboutPanel: vi.fn(),
  })
  const stop = vi.fn(async () => {})
  const desktop = standInDesktop()
  let closePort = (): void => {}
  const shell = runDesktop(
    {
      ...desktop.parts,
      app: app as unknown as DesktopParts['app'],
      openPorts: () =>
        new MessageChannel() as unknown as Record<'port1' | 'port2', MessagePortMain>,
      later: (work, delayMs) => {
        const timer = setTimeout(work, delayMs)
        return () => clearTimeout(timer)
      },
    },
    {
      engine: {
        attempted: () => {},
        connect: (port) => {
          serve(
            {
              api,
              subscribe: (listener) => {
                listeners.add(listener)
                return () => listeners.delete(listener)
              },
            },
            portChannel(port as never),
          )
          closePort = () => port.close()
        },
        stop,
      },
      pages: 'app://rtstt/',
    },
  )
  await vi.waitFor(() => expect(desktop.labels()).toContain('Record'))
  await vi.waitFor(() => expect(desktop.toolTip()).toBe('RTSTT: nothing is recorded'))
  const record = async (): Promise<void> => {
    desktop.choose('Record')
    await vi.waitFor(() => expect(desktop.labels()).toContain('Stop recording'))
  }
  return { ...desktop, shell, calls, emit, app, stop, record, loseEngine: () => closePort() }
}

it('records with no window open, and shows that in the tray, by the pill and in a notification', async () => {
  const { record, calls, windows, overlays, titles, toolTip, emit, choose, labels } = await setUp()
  await record()
  expect(calls).toContain('meeting.start')
  expect(windows).toEqual([])
  expect(overlays[0]?.loadURL).toHaveBeenCalledWith('app://rtstt/pill.html')
  expect(titles()).toEqual(['Recording'])
  emit(progressed(65_000))
  await vi.waitFor(() => expect(toolTip()).toBe('Recording 1:05: Weekly planning'))
  choose('Stop recording')
  await vi.waitFor(() => expect(labels()).toContain('Record'))
  expect(titles().at(-1)).toBe('Stopped after 12:34')
})

it('says why it cannot record', async () => {
  const { choose, titles, told } = await setUp({ fails: true })
  choose('Record')
  await vi.waitFor(() => expect(titles()).toEqual(['Nothing is recorded']))
  expect(told[0]?.body).toBe('There is no microphone.')
})

it('does by shortcut what fits the moment', async () => {
  const { pressed, calls, labels } = await setUp()
  pressed.get('CommandOrControl+Shift+R')?.()
  await vi.waitFor(() => expect(labels()).toContain('Stop recording'))
  pressed.get('CommandOrControl+Shift+M')?.()
  pressed.get('CommandOrControl+Shift+R')?.()
  await vi.waitFor(() => expect(labels()).toContain('Record'))
  expect(calls.slice(2)).toEqual(['meeting.start', 'meeting.mute', 'meeting.stop'])
})

it('warns wherever one is, and a click leads to the recording', async () => {
  const { record, emit, told, titles, trays, windows } = await setUp()
  await record()
  emit(warned())
  await vi.waitFor(() => expect(titles()).toContain('Look at the recording'))
  expect(trays[0]?.setImage).toHaveBeenLastCalledWith('tray-warning-dark')
  told.at(-1)?.notification.emit('click')
  expect(windows[0]?.loadURL).toHaveBeenCalledWith('app://rtstt/index.html#/live')
})

it('hides no recording silently', async () => {
  const { shell, record, windows, overlays, titles, choose } = await setUp()
  shell.obey({ link: null, files: [], hidden: false })
  windows[0]?.emit('ready-to-show')
  await record()
  expect(overlays).toEqual([])
  windows[0]?.close()
  expect(titles()).toEqual(['The recording goes on'])
  expect(overlays).toHaveLength(1)
  choose('Open RTSTT')
  windows[0]?.close()
  expect(titles()).toEqual(['The recording goes on'])
  expect(overlays).toHaveLength(2)
})

it('asks before a recording is stopped by quitting', async () => {
  const { record, choose, ask, stop } = await setUp()
  await record()
  choose('Quit RTSTT')
  await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce())
  await ask.mock.results[0]?.value
  expect(stop).not.toHaveBeenCalled()
  ask.mockResolvedValueOnce(0)
  choose('Quit RTSTT')
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce())
})

it('lets the system wait for a recording when it ends, without a question', async () => {
  const { shell, record, windows, ask, stop } = await setUp()
  shell.obey({ link: null, files: [], hidden: false })
  await record()
  const event = { preventDefault: vi.fn() }
  windows[0]?.emit('query-session-end', event)
  expect(event.preventDefault).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce())
  expect(ask).not.toHaveBeenCalled()
})

it('ends with its window where nobody wants it in the tray', async () => {
  const { shell, windows, stop } = await setUp({ settings: { closeToTray: false } })
  shell.obey({ link: null, files: [], hidden: false })
  windows[0]?.close()
  await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce())
})

it('shows captions as they were chosen, and follows what is chosen anew', async () => {
  const { choose, overlays, emit, parts } = await setUp()
  choose('Captions')
  const [captions] = overlays
  expect(captions?.loadURL).toHaveBeenCalledWith('app://rtstt/captions.html')
  expect(captions?.setIgnoreMouseEvents).toHaveBeenLastCalledWith(true, { forward: true })
  expect(captions?.setContentProtection).toHaveBeenLastCalledWith(false)
  const settings = { ...defaultSettings, hideFromSharing: true, startAtLogin: true }
  emit({ type: 'settings.changed', settings })
  await vi.waitFor(() => expect(captions?.setContentProtection).toHaveBeenLastCalledWith(true))
  expect(parts.startAtLogin).toHaveBeenLastCalledWith(true)
  choose('Captions')
  choose('Captions')
  expect(overlays).toHaveLength(2)
})

it('tells that the engine was lost with a recording, and finds it again', async () => {
  const { record, loseEngine, titles, toolTip } = await setUp()
  await record()
  loseEngine()
  await vi.waitFor(() => expect(titles()).toContain('The recording was interrupted'))
  await vi.waitFor(() => expect(toolTip()).toBe('RTSTT: nothing is recorded'))
})

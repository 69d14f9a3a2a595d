import { expect, it } from 'vitest'
import {
  after,
  hearing,
  heard,
  idle,
  meeting,
  progressed,
  started,
  warned,
} from '../fixtures/desktop-events.ts'
import { firstState } from '../state/desktop-state.ts'
import { taskbarView } from '../taskbar/taskbar-view.ts'
import { en } from '../texts/en.ts'
import { it as italian } from '../texts/it.ts'
import { trayMenu } from './tray-menu.ts'
import { trayView } from './tray-view.ts'

const late = { type: 'pace.changed', meetingId: meeting.id, step: 3, lagMs: 9_400 } as const
const lost = { tracks: hearing().tracks.map((one) => ({ ...one, state: 'lost' as const })) }

it.each([
  ['nothing is recorded', idle, 'idle', 'RTSTT: nothing is recorded'],
  ['the engine is away', firstState, 'idle', 'RTSTT is being started again'],
  [
    'devices are heard',
    after(started, heard(), progressed(754_000)),
    'recording',
    'Recording 12:34: Weekly planning',
  ],
  [
    'it is paused',
    after(started, heard({ paused: true }), progressed(3_723_000)),
    'paused',
    'Paused at 1:02:03: Weekly planning',
  ],
  [
    'both tracks are dead, and text is late',
    after(started, heard(lost), late),
    'warning',
    'Recording 0:00: Weekly planning\nNot heard: your microphone, the system sound\nText is 9 s behind',
  ],
  [
    'something else is wrong',
    after(started, heard(), warned({ code: 'disk_full' })),
    'warning',
    'Recording 0:00: Weekly planning\nSomething is wrong: open RTSTT',
  ],
])('says in the tray that %s', (_, state, icon, toolTip) => {
  expect(trayView(state, en)).toEqual({ icon, toolTip })
})

it('says no more than Windows shows, and cuts no letter in two', () => {
  const title = '🎙️'.repeat(100)
  const state = after({ ...started, meeting: { ...meeting, title } }, heard(lost), late)
  for (const texts of [en, italian]) {
    const { toolTip } = trayView(state, texts)
    expect(Array.from(toolTip).length).toBeLessThanOrEqual(127)
    expect(toolTip.isWellFormed()).toBe(true)
  }
})

const acts = (state: typeof idle) =>
  trayMenu(state, { captions: false }, en).map((group) =>
    group.map(({ act, enabled }) => (enabled ? act : `(${act})`)),
  )

it.each([
  ['idle', idle, [['record'], ['captions'], ['open', 'quit']]],
  ['the engine is away', firstState, [['(record)'], ['(captions)'], ['open', 'quit']]],
  [
    'recording',
    after(started, heard()),
    [['stop', 'pause', 'muteMe', 'bookmark'], ['captions'], ['open', 'quit']],
  ],
  [
    'paused',
    after(started, heard({ paused: true })),
    [['stop', 'resume', 'muteMe', '(bookmark)'], ['captions'], ['open', 'quit']],
  ],
  [
    'no microphone is heard',
    after(started, heard({ tracks: hearing().tracks.slice(1) })),
    [['stop', 'pause', '(muteMe)', 'bookmark'], ['captions'], ['open', 'quit']],
  ],
])('offers what fits: %s', (_, state, expected) => {
  expect(acts(state)).toEqual(expected)
})

it('shows the keys that do the same, and what is switched on', () => {
  const state = after(started, heard({ microphoneMuted: true }))
  const [[stop, , mute] = [], [captions] = []] = trayMenu(state, { captions: true }, en)
  expect(stop).toMatchObject({ act: 'stop', keys: 'CommandOrControl+Shift+R' })
  expect(mute).toMatchObject({ act: 'muteMe', checked: true })
  expect(captions).toMatchObject({ act: 'captions', checked: true })
})

it('puts the phase over the button in the taskbar, and what is being fetched into it', () => {
  expect(taskbarView(idle, en)).toEqual({ overlay: null, progress: -1 })
  const { overlay } = taskbarView(after(started, heard(), warned()), en)
  expect(overlay?.icon).toBe('warning')
  expect(overlay?.description).toContain('Something is wrong')
  const fetching = (shares: Readonly<Record<string, number | null>>) =>
    taskbarView({ ...idle, fetching: shares }, en).progress
  expect([fetching({ a: 0.5, b: 0.25 }), fetching({ a: 0.5, b: null })]).toEqual([0.375, 2])
})

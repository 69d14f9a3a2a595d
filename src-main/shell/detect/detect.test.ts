import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { after, heard, idle, started } from '../fixtures/desktop-events.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import { microphoneUsers } from './consent-store.ts'
import { detect, type MicrophoneUser, nobody } from './detection.ts'
import { recordingPrograms } from './source-outputs.ts'
import { watchMicrophone } from './watch-microphone.ts'

const call: MicrophoneUser = { id: 'C:\\call.exe', name: 'call' }
const never = new Set<string>()

/** One mark a second: `.` nobody, `c` a call, `r` a call while we record, `n` a call of which nobody wants to hear. */
function asked(sketch: string): string {
  let detection = nobody
  let told = ''
  for (const [second, mark] of Array.from(sketch).entries()) {
    const [next, found] = detect(detection, {
      users: mark === '.' ? [] : [call],
      nowMs: second * 1000,
      isBusy: mark === 'r',
      never: mark === 'n' ? new Set([call.id]) : never,
    })
    detection = next
    told += found ? '?' : ' '
  }
  return told
}

it.each([
  ['waits a while, and asks once', 'ccccccccc', '     ?   '],
  ['asks again when it begins anew', 'cccccc.ccccccc', '     ?      ? '],
  ['does not ask about a short use', 'cccc.cccc.', '          '],
  [
    'does not ask while we record, nor afterwards about the same use',
    'ccrrrccccccc',
    '            ',
  ],
  ['does not ask when nobody wants to be asked', 'nnnnnnnn', '        '],
])('%s', (_, sketch, expected) => {
  expect(asked(sketch)).toBe(expected)
})

it('never asks twice about one use', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('.', 'c', 'r'), maxLength: 60 }), (sketch) => {
      const questions = asked(sketch)
      let open = 0
      for (const [at, mark] of Array.from(sketch).entries()) {
        if (mark === '.') open = 0
        if (questions[at] === '?') open += 1
        expect(open).toBeLessThanOrEqual(1)
        if (mark === 'r') expect(questions[at]).toBe(' ')
      }
    }),
  )
})

const root =
  'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\microphone'

it('finds in the registry of Windows who uses the microphone now', () => {
  const uses: Readonly<Record<string, readonly [start: bigint, stop: bigint]>> = {
    [`${root}\\Microsoft.SkypeApp_kzf8qxf38zg5c`]: [133_000n, 0n],
    [`${root}\\Microsoft.WindowsCamera_8wekyb3d8bbwe`]: [133_000n, 133_500n],
    [`${root}\\NonPackaged\\C:#Programs#Call#Call.exe`]: [133_000n, 0n],
    [`${root}\\NonPackaged\\C:#Never#Used.exe`]: [0n, 0n],
    [`${root}\\NonPackaged\\C:#Apps#RTSTT#RTSTT.exe`]: [133_000n, 0n],
  }
  const registry = {
    keys: (path: string) => [
      ...new Set(
        Object.keys(uses)
          .filter((one) => one.startsWith(`${path}\\`))
          .map((one) => one.slice(path.length + 1).split('\\')[0] ?? ''),
      ),
    ],
    number: (path: string, name: string) =>
      uses[path]?.[name === 'LastUsedTimeStart' ? 0 : 1] ?? null,
  }
  expect(microphoneUsers(registry, 'c:\\apps\\rtstt\\RTSTT.exe')).toEqual([
    { id: 'Microsoft.SkypeApp_kzf8qxf38zg5c', name: 'SkypeApp' },
    { id: 'C:\\Programs\\Call\\Call.exe', name: 'Call' },
  ])
})

it('finds in what PulseAudio lists who records, apart from us and from meters', () => {
  const output = (binary: string, pid: number, media = 'RecordStream') => ({
    properties: {
      'application.name': `${binary} (WebRTC)`,
      'application.process.binary': binary,
      'application.process.id': String(pid),
      'media.name': media,
    },
  })
  const list = [output('browser', 7), output('rtstt', 9), output('mixer', 8, 'Peak detect'), 3, {}]
  expect(recordingPrograms(JSON.stringify(list), new Set([9]))).toEqual([
    { id: 'browser', name: 'browser (WebRTC)' },
  ])
  expect(recordingPrograms('Source Output #1', new Set())).toEqual([])
})

it.each<[string, DesktopState, boolean]>([
  ['asks', idle, true],
  ['does not ask while we record', after(started, heard()), false],
  [
    'does not ask who does not want it',
    { ...idle, settings: { ...idle.settings, detectMeetings: false } },
    false,
  ],
])('%s', async (_, state, isAsked) => {
  const timers: (() => void)[] = []
  const ask = vi.fn()
  let nowMs = 0
  const users = vi.fn(async () => [call])
  const stop = watchMicrophone(
    {
      microphoneUsers: users,
      nowMs: () => (nowMs += 4_000),
      later: (work) => {
        timers.push(work)
        return () => timers.splice(0)
      },
      neverAsk: { read: () => [], add: vi.fn() },
    },
    { now: () => state, isDictating: () => false, ask },
  )
  for (let look = 0; look < 4; look++) {
    timers.shift()?.()
    await expect.poll(() => timers).toHaveLength(1)
  }
  expect(ask).toHaveBeenCalledTimes(isAsked ? 1 : 0)
  expect(users.mock.calls.length > 0).toBe(state.settings.detectMeetings)
  stop()
  expect(timers).toEqual([])
})

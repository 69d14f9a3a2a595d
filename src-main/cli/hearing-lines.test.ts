import { expect, it } from 'vitest'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import { hearingLines } from './hearing-lines.ts'

type Track = Hearing['tracks'][number]

const desk: Track = { track: 'me', state: 'hearing', device: 'Desk', everything: false }
const all: Track = { track: 'them', state: 'hearing', device: 'Loudspeakers', everything: true }

function hearing(tracks: readonly Track[], change: Partial<Hearing> = {}): Hearing {
  const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000000')
  return {
    meetingId,
    paused: false,
    microphoneMuted: false,
    silenceEndsInMs: null,
    tracks: [...tracks],
    ...change,
  }
}

const both = hearing([desk, all])

it.each<readonly [string, Hearing | null, Hearing, readonly string[]]>([
  [
    'the first devices',
    null,
    both,
    ['Microphone: “Desk”', 'System sound: everything that this computer plays'],
  ],
  [
    'a device that took a while to open',
    hearing([{ ...desk, state: 'opening', device: null }]),
    hearing([desk]),
    ['Microphone: “Desk”'],
  ],
  [
    'another device',
    hearing([desk]),
    hearing([{ ...desk, device: 'Headset' }]),
    ['Microphone: “Headset”'],
  ],
  ['nothing new', both, both, []],
  [
    'a lost device, which a warning tells',
    hearing([desk]),
    hearing([{ ...desk, state: 'lost', device: null }]),
    [],
  ],
  [
    'a found device, which a warning tells',
    hearing([{ ...desk, state: 'lost', device: null }]),
    hearing([desk]),
    [],
  ],
  ['a pause', both, { ...both, paused: true }, ['Paused: nothing is recorded.']],
  ['the end of a pause', { ...both, paused: true }, both, ['Recording goes on.']],
  ['a muted microphone', both, { ...both, microphoneMuted: true }, ['The microphone is muted.']],
  [
    'a microphone let in again',
    { ...both, microphoneMuted: true },
    both,
    ['The microphone is heard again.'],
  ],
])('tells %s', (_, before, after, lines) => {
  expect(hearingLines(before, after)).toEqual(lines)
})

import { expect, it } from 'vitest'
import { hasFailed } from './has-failed.ts'

type Ended = Parameters<typeof hasFailed>[0]

const stopped: Ended = { meeting: { state: 'done' }, isFile: false, asked: true, warned: [] }

it.each<readonly [string, Partial<Ended>, boolean]>([
  ['a meeting that was stopped', {}, false],
  ['a device that was lost and found again', { warned: ['device_lost', 'device_lost'] }, false],
  ['the wrong output', { warned: ['elsewhere_playing', 'model_missing'] }, false],
  ['a full disk', { warned: ['disk_full'] }, true],
  ['text that could not be read', { meeting: { state: 'interrupted' } }, true],
  ['devices that ended by themselves', { asked: false, warned: ['device_lost'] }, true],
  ['the end after silence', { asked: false, warned: ['silence_ends_soon'] }, false],
  ['a file that has ended', { isFile: true, asked: false }, false],
  ['a file that is cut short', { isFile: true, asked: false, warned: ['file_unreadable'] }, true],
])('judges %s', (_, change, failed) => {
  expect(hasFailed({ ...stopped, ...change })).toBe(failed)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import {
  type DiskLook,
  type DiskTrouble,
  isWorthTrying,
  judgeDisk,
  waitBeforeTry,
} from './disk-trouble.ts'
import { asWriteFailure } from './file-failure.ts'

const failed = (code: string): Error => Object.assign(new Error(code), { code })
const fine = { failure: null, isGone: false, waitingMs: 0 }

describe('what troubles a disk', () => {
  it.each<[string, Partial<DiskLook>, DiskTrouble | null]>([
    ['nothing', {}, null],
    ['that it is full', { failure: failed('ENOSPC') }, 'full'],
    ['a quota', { failure: failed('EDQUOT') }, 'full'],
    ['that it may only be read', { failure: failed('EROFS') }, 'read_only'],
    ['a failure in words', { failure: asWriteFailure(failed('EACCES')) }, 'read_only'],
    ['a failure of the store', { failure: new AppError('disk_full', '') }, 'full'],
    ['that it is unplugged', { failure: failed('ENODEV') }, 'gone'],
    ['that its files are gone, whatever else', { isGone: true, failure: failed('EIO') }, 'gone'],
    ['anything else', { failure: failed('EIO') }, 'failing'],
    ['that it lets wait', { waitingMs: 3_001 }, 'slow'],
    ['not that it lets wait a little', { waitingMs: 2_999 }, null],
  ])('%s', (_, look, expected) => {
    expect(judgeDisk({ ...fine, ...look }, null, 0)).toBe(expected)
  })

  it('is over for a slow disk only when it has been quick for a while', () => {
    expect(judgeDisk({ ...fine, waitingMs: 500 }, 'slow', 4_999)).toBe('slow')
    expect(judgeDisk({ ...fine, waitingMs: 500 }, 'slow', 5_000)).toBe(null)
  })

  it('lasts until what was held is written', () => {
    expect(judgeDisk({ ...fine, waitingMs: 1_500 }, 'full', 0)).toBe('full')
    expect(judgeDisk(fine, 'full', 0)).toBe(null)
  })
})

describe('a write that failed', () => {
  it.each<[string, DiskTrouble, number, number, number | null, boolean]>([
    ['is tried when a full disk has room', 'full', 1_000, 1, 2e6, true],
    ['is not tried while a full disk has none', 'full', 1e9, 1, 4_096, false],
    ['is tried later where the disk does not tell', 'full', 999, 1, null, false],
    ['is tried then', 'full', 1_000, 1, null, true],
    ['is tried ever more seldom where room is of no use', 'full', 3_999, 3, 2e6, false],
    ['is tried after a second', 'failing', 1_000, 1, null, true],
    ['and then ever more seldom', 'read_only', 29_999, 9, null, false],
    ['but every half minute', 'read_only', 30_000, 9, null, true],
    ['is never tried where a person took the files away', 'gone', 1e9, 1, null, false],
  ])('%s', (_, trouble, sinceMs, failures, freeBytes, expected) => {
    expect(isWorthTrying(trouble, { sinceMs, failures, freeBytes })).toBe(expected)
  })

  it('is never tried more often after more failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (failures) => {
        expect(waitBeforeTry(failures + 1)).toBeGreaterThanOrEqual(waitBeforeTry(failures))
        expect(waitBeforeTry(failures)).toBeLessThanOrEqual(30_000)
      }),
    )
  })
})

import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { Warning } from '#contract/warning.ts'
import { diskWarnings, storeTrouble } from './disk-warnings.ts'

function setUp() {
  const told: string[] = []
  const warn = ({ code, over }: Warning) => told.push(`${over ? 'over' : 'warned'} ${code}`)
  return { told, disk: diskWarnings(warn) }
}

it('is told once, for sound and text together, and taken back when both are on the disk', () => {
  const { told, disk } = setUp()
  disk.sound('full')
  disk.text('full')
  disk.text('full')
  disk.sound(null)
  expect(told).toEqual(['warned disk_full'])
  disk.text(null)
  disk.text(null)
  expect(told).toEqual(['warned disk_full', 'over disk_full'])
})

it('says the worse of two', () => {
  const { told, disk } = setUp()
  disk.text('full')
  disk.sound('slow')
  expect(told).toEqual(['warned disk_full'])
  disk.text(null)
  expect(told).toEqual(['warned disk_full', 'over disk_full', 'warned disk_slow'])
})

it('says when it is something else', () => {
  const { told, disk } = setUp()
  disk.sound('slow')
  expect(disk.isSlow()).toBe(true)
  disk.sound('failing')
  expect(disk.isSlow()).toBe(false)
  disk.sound(null)
  expect(told).toEqual([
    'warned disk_slow',
    'over disk_slow',
    'warned disk_failing',
    'over disk_failing',
  ])
})

it.each([
  [new AppError('disk_full', ''), 'full'],
  [new AppError('data_read_only', ''), 'read_only'],
  [new AppError('disk_failing', ''), 'failing'],
  [new AppError('not_found', ''), null],
  [new TypeError('a bug'), null],
])('knows whether a failure of the store is the disk’s', (error, expected) => {
  expect(storeTrouble(error)).toBe(expected)
})

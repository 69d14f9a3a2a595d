import { expect, it } from 'vitest'
import { diskFailure, isMissing, onDisk } from './disk-failure.ts'

const failure = (code: string) => Object.assign(new Error('write failed'), { code })

it.each([
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'data_read_only'],
  ['EACCES', 'data_read_only'],
])('puts %s into a sentence', async (code, expected) => {
  const work = onDisk(() => Promise.reject(failure(code)))
  await expect(work).rejects.toMatchObject({
    code: expected,
    message: expect.stringMatching(/\.$/),
  })
})

it('leaves what nobody can mend as it is', () => {
  const bug = new TypeError('not a function')
  expect(diskFailure(bug)).toBe(bug)
  expect(isMissing(failure('ENOENT'))).toBe(true)
  expect(isMissing(failure('EACCES'))).toBe(false)
})

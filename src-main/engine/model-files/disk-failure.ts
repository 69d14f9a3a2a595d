import { AppError } from '#contract/errors.ts'

const full: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG']
const closed: readonly string[] = ['EROFS', 'EACCES', 'EPERM']

/** What the file system threw while a file was written, as a sentence where a person can mend it. */
export function diskFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (full.includes(code)) {
    const sentence = 'The disk is full. Free some space and try again; what came so far is kept.'
    return new AppError('disk_full', sentence, { cause: error })
  }
  if (closed.includes(code)) {
    const sentence =
      'The models folder cannot be written to. Allow it, or choose another data folder.'
    return new AppError('data_read_only', sentence, { cause: error })
  }
  return error
}

/** Runs a piece of file work with its failures put into sentences. */
export async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw diskFailure(error)
  }
}

/** How systems say that nothing is there, and that nothing can be: names that are too long, or that hold a zero byte. */
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

/** True for "there is no such file or folder", the one file failure that is often an answer. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  return typeof error.code === 'string' && missing.has(error.code)
}

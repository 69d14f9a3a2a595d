import { AppError } from '#contract/errors.ts'

/** The code of a failed system call, such as `ENOSPC`, or null for any other error. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Turns a failed write of a recording into words, where a person can do something about it. */
export function asWriteFailure(error: unknown): unknown {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError(
        'disk_full',
        'The disk is full, so no more sound can be recorded. Free some space; what was recorded before is kept.',
        { cause: error },
      )
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new AppError(
        'data_read_only',
        'The recording cannot be written because the data folder is read-only. Make it writable or choose another one.',
        { cause: error },
      )
    case 'EIO':
      return new AppError(
        'disk_failing',
        'The disk cannot be written, so no more sound can be recorded. Check the disk; what was recorded before is kept.',
        { cause: error },
      )
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
      return new AppError(
        'disk_gone',
        'The disk of the data folder is gone, so no more sound can be recorded. Bring it back, or choose another data folder.',
        { cause: error },
      )
    default:
      return error
  }
}

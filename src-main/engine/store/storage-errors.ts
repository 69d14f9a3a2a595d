import { AppError, type ErrorCode } from '#contract/errors.ts'

/**
 * Turns what SQLite and the file system say into what a person can act on. Codes are matched by
 * their beginning, because SQLite refines them (`SQLITE_IOERR_SHMSIZE`); the first match wins.
 */
const told: readonly (readonly [prefix: string, code: ErrorCode, sentence: string])[] = [
  [
    'SQLITE_FULL',
    'disk_full',
    'The disk of the data folder is full. Free some space and try again.',
  ],
  [
    'SQLITE_IOERR_SHMSIZE',
    'disk_full',
    'The disk of the data folder is full. Free some space and try again.',
  ],
  ['ENOSPC', 'disk_full', 'The disk of the data folder is full. Free some space and try again.'],
  [
    'EDQUOT',
    'disk_full',
    'The disk quota of the data folder is used up. Free some space and try again.',
  ],
  [
    'SQLITE_NOTADB',
    'data_broken',
    'The database in the data folder is damaged or not a database. Start RTSTT again: it sets the files aside and recovers what can be read.',
  ],
  [
    'SQLITE_CORRUPT',
    'data_broken',
    'The database in the data folder is damaged. Start RTSTT again: it sets the files aside and recovers what can be read.',
  ],
  [
    'SQLITE_READONLY',
    'data_read_only',
    'The data folder is read-only. Allow writing there, or choose another data folder.',
  ],
  [
    'SQLITE_PERM',
    'data_read_only',
    'The data folder may not be written to. Allow writing there, or choose another data folder.',
  ],
  [
    'SQLITE_CANTOPEN',
    'data_read_only',
    'The database in the data folder cannot be opened for writing. Check the rights of the folder, or choose another data folder.',
  ],
  [
    'EACCES',
    'data_read_only',
    'The data folder may not be written to. Allow writing there, or choose another data folder.',
  ],
  [
    'EPERM',
    'data_read_only',
    'The data folder may not be written to. Allow writing there, or choose another data folder.',
  ],
  [
    'EROFS',
    'data_read_only',
    'The data folder is on a read-only disk. Choose another data folder.',
  ],
  [
    'EEXIST',
    'invalid_input',
    'The data folder is a file, not a folder. Choose another data folder.',
  ],
  [
    'ENOTDIR',
    'invalid_input',
    'A part of the path to the data folder is a file, not a folder. Choose another data folder.',
  ],
  [
    'SQLITE_BUSY',
    'data_busy',
    'Another program has kept the data folder busy for too long. Close it, or wait, and try again.',
  ],
  [
    'SQLITE_IOERR',
    'disk_failing',
    'The disk of the data folder could not be read or written. Check the disk, and try again.',
  ],
]

/**
 * Does the work; a failure that a person can act on leaves it as `AppError`, any other as it is. Damage of the database is
 * told besides.
 */
export function inWords<T>(work: () => T, damaged: () => void = () => {}): T {
  try {
    return work()
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error) ?? '')) damaged()
    throw putInWords(error)
  }
}

/** The same repository, whose every method speaks to people about the failures they can act on. */
export function speaking<R extends object>(repository: R, damaged?: () => void): R {
  return new Proxy(repository, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return (...input: unknown[]): unknown =>
        inWords<unknown>(() => Reflect.apply(member, target, input), damaged)
    },
  })
}

/** The failure as a person can act on it, where one can; any other as it is. */
export function putInWords(error: unknown): unknown {
  const code = errorCode(error)
  const match = code === null ? undefined : told.find(([prefix]) => code.startsWith(prefix))
  return match ? new AppError(match[1], match[2], { cause: error }) : error
}

export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** What lies in the data folder, apart from what it means. */

export interface FolderBytes {
  readonly database: number
  readonly sound: number
  readonly models: number
  readonly other: number
}

/** A file or folder that a kill left behind and nobody needs. */
export interface Leftover {
  readonly path: string
  readonly bytes: number
}

export interface KeptFiles {
  readonly folder: string
  readonly logFile: string
  measure(): Promise<FolderBytes>
  /** What the database takes, with its log. */
  databaseBytes(): Promise<number>
  /** Null where the disk does not tell. */
  freeBytes(): Promise<number | null>
  /** `isKept` tells whether anything is kept under the name of a recording. What was written lately is none. */
  leftovers(isKept: (name: string) => boolean): Promise<Leftover[]>
  /** False: a program works there after all. */
  remove(leftover: Leftover): Promise<boolean>
}

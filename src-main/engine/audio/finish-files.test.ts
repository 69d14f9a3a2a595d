import { expect, it } from 'vitest'
import type { TrackName } from '#contract/transcript.ts'
import { finishFiles } from './finish-files.ts'
import type { LedgerNote, OwnNote } from './ledger.ts'
import type { TrackFile } from './track-file.node.ts'

const waiting = { failure: () => null, waitingSinceMs: () => null, retry: async () => undefined }

/** A track of a hundred samples, of which the disk has as many as are written. */
function track(wish: Pick<TrackFile, 'idle' | 'sync' | 'written'>): TrackFile {
  return {
    waiting,
    length: () => 100,
    damage: () => [],
    read: () => Promise.reject(new Error('nobody reads')),
    append: () => Promise.reject(new Error('nobody appends')),
    close: async () => undefined,
    ...wish,
  }
}

it('waits for each track, also behind one that the disk does not take', async () => {
  let written = 0
  const failure = new Error('EIO')
  const files = new Map<TrackName, TrackFile>([
    [
      'me',
      track({
        idle: async () => undefined,
        written: () => 100,
        sync: () => Promise.reject(failure),
      }),
    ],
    [
      'them',
      track({
        idle: async () => void (written = 100),
        written: () => written,
        sync: async () => undefined,
      }),
    ],
  ])
  const notes: Array<LedgerNote | OwnNote> = []
  const ledger = {
    waiting,
    note: (note: LedgerNote | OwnNote) => void notes.push(note),
    close: async () => undefined,
  }
  await expect(finishFiles(files, ledger, null)).rejects.toBe(failure)
  expect(written).toBe(100)
  expect(notes).toEqual([])
})

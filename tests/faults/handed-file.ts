/** A few bytes in which a program notes what its source has given; they outlive it, however it ends. */
import { openSync, readFileSync, writeSync } from 'node:fs'
import type { Handed } from './played-meeting.ts'

export function handedFile(path: string): (so: Handed) => void {
  const file = openSync(path, 'w')
  return ({ me, them }) => void writeSync(file, Uint32Array.of(me, them), 0, 8, 0)
}

/** Nothing was given where there is no file yet. */
export function readHanded(path: string): Handed {
  try {
    const bytes = readFileSync(path)
    return { me: bytes.readUInt32LE(0), them: bytes.readUInt32LE(4) }
  } catch {
    return { me: 0, them: 0 }
  }
}

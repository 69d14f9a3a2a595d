/** The door to sqlite-vec: distances between vectors, as functions of SQL. */
import { getLoadablePath } from 'sqlite-vec'
import type { Db } from './open-database.sqlite.ts'

/** Null when it is there; else why not, for people. */
export function loadVectors(db: Db, path: () => string = getLoadablePath): string | null {
  try {
    db.loadExtension(path())
    return null
  } catch {
    return 'The vector library could not be loaded, so search is by words alone. Install RTSTT again to bring it back.'
  }
}

/** As 8-bit numbers. The largest becomes 127: an angle does not change with a vector's length. */
export function toBytes(vector: Float32Array): Buffer {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const scale = largest > 0 ? 127 / largest : 0
  return Buffer.from(Int8Array.from(vector, (value) => Math.round(value * scale)).buffer)
}

/** One bit for each number, its sign; filled up to whole bytes. */
export function toBits(vector: Float32Array): Buffer {
  const bits = Buffer.alloc(Math.ceil(vector.length / 8))
  for (const [index, value] of vector.entries()) {
    if (value > 0) bits.writeUInt8(bits.readUInt8(index >> 3) | (1 << (index & 7)), index >> 3)
  }
  return bits
}

import { availableParallelism, totalmem } from 'node:os'
import type { Machine } from './machine.ts'

/** Memory and processor as the system tells them, also where this program may have only a part of the memory. */
export function memoryAndCores(): Pick<Machine, 'totalBytes' | 'freeBytes' | 'cores'> {
  const total = totalmem()
  const limit = process.constrainedMemory()
  return {
    totalBytes: limit > 0 && limit < total ? limit : total,
    freeBytes: process.availableMemory(),
    cores: availableParallelism(),
  }
}

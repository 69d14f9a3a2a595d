import { open } from 'node:fs/promises'
import { sniffBytes, sniffModel, type Sniffed } from './sniff-model.ts'

/** Looks at the beginning of a file on disk. */
export async function sniffFile(path: string): Promise<Sniffed> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0)
    return sniffModel(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

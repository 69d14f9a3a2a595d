/**
 * Whether an MP3 file says how long it is. Most do, in a tag inside their first frame; of the others
 * the length can only be guessed, and a guess must not be taken for a promise.
 */
import { open } from 'node:fs/promises'

const LENGTH_TAGS = ['Xing', 'Info', 'VBRI']
const FIRST_FRAME_BYTES = 4096

export async function mp3SaysItsLength(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const head = Buffer.alloc(10)
    await file.read(head, 0, 10, 0)
    const frame = Buffer.alloc(FIRST_FRAME_BYTES)
    await file.read(frame, 0, FIRST_FRAME_BYTES, id3Bytes(head))
    return LENGTH_TAGS.some((tag) => frame.includes(tag))
  } finally {
    await file.close()
  }
}

/** The size of the titles and pictures in front of the sound. Its bytes carry seven bits each. */
function id3Bytes(head: Buffer): number {
  if (head.toString('latin1', 0, 3) !== 'ID3') return 0
  const size = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
  return size + 10
}

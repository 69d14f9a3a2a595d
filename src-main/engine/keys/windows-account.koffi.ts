/**
 * Keeps the master key by Windows' own data protection: locked with a secret of the account that is signed in, so that
 * every program of that account opens the folder and no other account does.
 */
import koffi from 'koffi'
import type { OwnKeeping } from './own-keeping.ts'
import type { Slot } from './ring.ts'
import { placeOf } from './slots.ts'

/** CRYPTPROTECT_UI_FORBIDDEN: a service has nobody to ask. */
const silently = 1

interface Blob {
  readonly cbData: number
  readonly pbData: unknown
}

export function windowsAccount(): OwnKeeping {
  const { protect, unprotect, free } = openLibrary()

  /** What Windows answers with is its own memory, copied and given back here. */
  function taken(work: (answer: Blob[]) => number): Buffer | null {
    const answer: Blob[] = [{ cbData: 0, pbData: null }]
    if (work(answer) === 0) return null
    const [{ cbData, pbData } = { cbData: 0, pbData: null }] = answer
    const bytes = Buffer.from(koffi.decode(pbData, 'uint8', cbData) as Uint8Array)
    free(pbData)
    return bytes
  }

  return {
    kind: 'system',
    lock(master, ringId): Slot {
      const locked = taken((answer) =>
        protect(blob(master), 'RTSTT', entropyOf(ringId), null, null, silently, answer),
      )
      if (locked === null) throw new Error('Windows did not protect the key of the data folder.')
      return { kind: 'system', locked }
    },
    open(slot, ringId) {
      if (slot.kind !== 'system') return null
      return taken((answer) =>
        unprotect(blob(slot.locked), null, entropyOf(ringId), null, null, silently, answer),
      )
    },
    forget() {
      // What Windows locked lies in the ring alone.
    },
  }
}

function openLibrary() {
  const crypt = koffi.load('crypt32.dll')
  // Without a name, because a name can be given only once in a process.
  const data = koffi.pointer(koffi.struct({ cbData: 'uint32', pbData: 'void *' }))
  const answer = koffi.inout(data)
  const rest = ['void *', 'void *', 'uint32', answer]
  return {
    protect: crypt.func('__stdcall', 'CryptProtectData', 'int32', [data, 'str16', data, ...rest]),
    unprotect: crypt.func('__stdcall', 'CryptUnprotectData', 'int32', [
      data,
      'void *',
      data,
      ...rest,
    ]),
    free: koffi.load('kernel32.dll').func('__stdcall', 'LocalFree', 'void *', ['void *']),
  }
}

function blob(bytes: Uint8Array): Blob {
  return { cbData: bytes.length, pbData: Buffer.from(bytes) }
}

/** Ties what Windows locks to this folder. */
function entropyOf(ringId: string): Blob {
  return blob(Buffer.from(placeOf('account', ringId)))
}

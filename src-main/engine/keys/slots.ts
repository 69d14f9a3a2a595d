/** Ways to open a folder that a person knows by heart or has on paper; each locks the same master key. */
import { randomBytes, scryptSync } from 'node:crypto'
import { fromWords } from './recovery-words.ts'
import type { SlotOf } from './ring.ts'
import { KEY_BYTES, seal, unseal } from './seal.ts'

/** About 128 MiB and a third of a second: whoever has the folder pays that for each guess. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const
const SALT_BYTES = 16

export function passphraseSlot(
  master: Uint8Array,
  passphrase: string,
  ringId: string,
): SlotOf<'passphrase'> {
  const salt = randomBytes(SALT_BYTES)
  const locked = seal(stretched(passphrase, salt, cost), master, placeOf('passphrase', ringId))
  return { kind: 'passphrase', salt, cost, locked }
}

export function openPassphrase(
  { salt, cost: asked, locked }: SlotOf<'passphrase'>,
  passphrase: string,
  ringId: string,
): Buffer | null {
  return unseal(stretched(passphrase, salt, asked), locked, placeOf('passphrase', ringId))
}

export function recoverySlot(
  master: Uint8Array,
  entropy: Uint8Array,
  { ringId, madeAt }: { readonly ringId: string; readonly madeAt: string },
): SlotOf<'recovery'> {
  return { kind: 'recovery', madeAt, locked: seal(entropy, master, placeOf('recovery', ringId)) }
}

/** Null for words that are no recovery phrase, or that of another folder. */
export function openRecovery(
  { locked }: SlotOf<'recovery'>,
  words: string,
  ringId: string,
): Buffer | null {
  const entropy = fromWords(words)
  return entropy && unseal(entropy, locked, placeOf('recovery', ringId))
}

export function placeOf(what: string, ringId: string): string {
  return `rtstt ${what} ${ringId}`
}

function stretched(
  passphrase: string,
  salt: Uint8Array,
  { n, r, p }: SlotOf<'passphrase'>['cost'],
): Buffer {
  // The same letters may be typed as one sign or as two.
  const typed = passphrase.normalize('NFKC')
  return scryptSync(typed, salt, KEY_BYTES, { N: n, r, p, maxmem: 256 * n * r })
}

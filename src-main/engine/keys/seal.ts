/**
 * AES-256-GCM over small things: a random nonce of 12 bytes, the ciphertext, a tag of 16 bytes. One key seals at most
 * 2^32 things, because nonces are drawn at random (NIST SP 800-38D, 8.3).
 */
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

export const KEY_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16
/** How much longer a thing is once it is sealed. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES

/** 32 bytes; whoever seals often makes a key object of them once, which saves half of the time. */
type SealKey = Uint8Array | KeyObject

/** Seals `plain`; `place` says what it is and where it belongs, and must be the same when it is opened. */
export function seal(key: SealKey, plain: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed with this key for this place; null for anything else, whatever was changed. */
export function unseal(key: SealKey, sealed: Uint8Array, place: string): Buffer | null {
  if (sealed.length < SEAL_BYTES) return null
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()])
  } catch {
    return null
  }
}

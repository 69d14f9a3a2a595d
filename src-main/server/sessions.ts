/** Browsers that have entered, in memory: they have to enter anew when the server is. */
import { createHash, randomBytes } from 'node:crypto'

const mostSessions = 32
/** Only the holder of the token makes codes; nobody uses this many while they last. */
const mostCodes = 10_000
const unusedMs = 7 * 24 * 60 * 60_000

export interface Sessions {
  /** Begins one for whoever showed `code`; answers with its secret. */
  begin(code: string): string
  /** Whether a secret belongs to one; that counts as its use. */
  has(secret: string): boolean
  /** Whether a code was used before; then whoever came in with it is put out again, for one of two is not the owner. */
  wasUsed(code: string): boolean
}

export function createSessions(nowMs: () => number): Sessions {
  /** By the hash of the secret, so that looking one up says nothing about the others; the least used is first. */
  const usedAt = new Map<string, number>()
  const sessionOf = new Map<string, string>()

  function forgetOld(): void {
    for (const [session, at] of usedAt) {
      if (usedAt.size < mostSessions && nowMs() - at <= unusedMs) break
      usedAt.delete(session)
    }
    for (const code of sessionOf.keys()) {
      if (sessionOf.size < mostCodes) break
      sessionOf.delete(code)
    }
  }

  return {
    begin(code) {
      forgetOld()
      const secret = randomBytes(32).toString('base64url')
      usedAt.set(hashOf(secret), nowMs())
      sessionOf.set(hashOf(code), hashOf(secret))
      return secret
    },
    has(secret) {
      const session = hashOf(secret)
      const at = usedAt.get(session)
      if (at === undefined) return false
      usedAt.delete(session)
      if (nowMs() - at > unusedMs) return false
      usedAt.set(session, nowMs())
      return true
    },
    wasUsed(code) {
      const session = sessionOf.get(hashOf(code))
      if (session === undefined) return false
      usedAt.delete(session)
      return true
    },
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}

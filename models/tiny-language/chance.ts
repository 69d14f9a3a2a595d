/** Numbers that look random and are the same every time, on every machine. */
export interface Chance {
  /** From 0 to 2^32 - 1. */
  bits(): number
}

/** Marsaglia's xorshift with the shifts 13, 17 and 5. */
export function chance(seed: number): Chance {
  let state = seed >>> 0 || 1
  return {
    bits() {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      return (state >>>= 0)
    },
  }
}

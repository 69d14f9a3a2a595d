/** How much memory a model takes while it runs. Where its makers do not say, an estimate that is rather too high. */
import type { ModelKind } from '#contract/model.ts'

export interface MemoryFacts {
  readonly kind: ModelKind
  readonly sizeBytes: number | null
  /** Of each token of context, where it is known. */
  readonly cacheBytesPerToken: number | null
  /** All together, where it is known. */
  readonly runningBytes: number | null
}

/** The context that a meeting is read with on most machines, and that of a passage to be found by its meaning. */
export const languageContextTokens = 8192
export const embeddingContextTokens = 2048

/** Buffers of one batch of 512 tokens: the scores of up to 262,144 words of 4 bytes are most of them. */
const languageBuffers = 512 * 1024 ** 2
const embeddingBuffers = 256 * 1024 ** 2

/** In bytes; null where not even the size of the file is known, or the kind is not run by this program. */
export function memoryNeed(facts: MemoryFacts): number | null {
  const { kind, sizeBytes, runningBytes } = facts
  if (runningBytes !== null) return runningBytes
  if (sizeBytes === null) return null
  switch (kind) {
    case 'speech':
      // The buffers of a quantised Whisper are those of the whole one: two to three times its own file for the small ones.
      return Math.ceil(1.5 * sizeBytes + 300e6)
    case 'language':
      return sizeBytes + languageContextTokens * cachePerToken(facts, sizeBytes) + languageBuffers
    case 'embedding':
      return sizeBytes + embeddingContextTokens * cachePerToken(facts, sizeBytes) + embeddingBuffers
    case 'vad':
    case 'segmentation':
    case 'voiceprint':
      return null
  }
}

const estimate = { perGigabyte: 96 * 1024, least: 32 * 1024, most: 384 * 1024 } as const

function cachePerToken({ cacheBytesPerToken }: MemoryFacts, sizeBytes: number): number {
  if (cacheBytesPerToken !== null) return cacheBytesPerToken
  return estimatedCacheBytesPerToken(sizeBytes)
}

/** Keys and values of one token at 16 bits: above every figure that is stated for a model of the catalogue. */
export function estimatedCacheBytesPerToken(sizeBytes: number): number {
  const grown = Math.ceil((sizeBytes / 1e9) * estimate.perGigabyte)
  return Math.min(estimate.most, Math.max(estimate.least, grown))
}

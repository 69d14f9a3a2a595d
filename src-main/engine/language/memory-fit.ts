import { AppError } from '#contract/errors.ts'

/** What is kept free for the system and the other programs, in bytes. */
const margin = 512 * 1024 ** 2
/** A context is this long where memory is plenty, and shorter where its memory would be more than this share of what is free. */
const contextSizes = [16_384, 8_192] as const
const longContextShare = 1 / 16
const mostConversations = 3
const conversationsShare = 1 / 4

export interface ContextPlan {
  readonly longest: number
  readonly shortest: number
  readonly conversations: number
}

/** Throws when the model cannot be held beside what else runs. */
export function checkFit(neededBytes: number, freeBytes: number): void {
  if (neededBytes + margin <= freeBytes) return
  throw tooLarge(neededBytes + margin, freeBytes)
}

export function tooLarge(neededBytes: number, freeBytes: number): AppError {
  const message = `This language model needs about ${gigabytes(neededBytes)} of memory, and ${gigabytes(freeBytes)} are free. Close other programs, or choose a smaller model.`
  return new AppError('model_too_large', message)
}

/** `cost` tells the bytes of so many conversations of so many tokens. */
export function planContext(
  trainedTokens: number,
  freeBytes: number,
  cost: (tokens: number, conversations: number) => number,
): ContextPlan {
  const [long, usual] = contextSizes
  const isCheap = cost(long, 1) <= freeBytes * longContextShare
  const longest = Math.min(isCheap ? long : usual, trainedTokens)
  let conversations = mostConversations
  while (conversations > 1 && cost(longest, conversations) > freeBytes * conversationsShare)
    conversations -= 1
  return { longest, shortest: Math.min(1_024, longest), conversations }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`
}

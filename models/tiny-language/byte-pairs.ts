/** A byte-level vocabulary in which every common word that follows a space is one token. */
import { byteLetters, inByteLetters } from './byte-letters.ts'
import { commonWords } from './word-list.ts'

export interface Vocabulary {
  readonly tokens: readonly string[]
  readonly merges: readonly string[]
  readonly control: Readonly<Record<'begin' | 'start' | 'end', number>>
  /** Tokens that a reader would call text: printable characters and whole words. */
  readonly readable: ReadonlySet<number>
}

const controlTokens = { begin: '<|endoftext|>', start: '<|im_start|>', end: '<|im_end|>' } as const

export function vocabulary(): Vocabulary {
  const tokens = new Map<string, number>()
  const merges: string[] = []
  const add = (token: string): void => {
    if (!tokens.has(token)) tokens.set(token, tokens.size)
  }
  byteLetters.forEach(add)
  for (const word of commonWords) {
    // A word grows from its space on, so that no merge meets the inside of another word.
    const letters = Array.from(inByteLetters(` ${word}`))
    for (let length = 1; length < letters.length; length += 1) {
      const [left, right] = [letters.slice(0, length).join(''), letters[length]!]
      if (tokens.has(left + right)) continue
      add(left + right)
      merges.push(`${left} ${right}`)
    }
  }
  const readable = new Set([
    ...commonWords.map((word) => tokens.get(inByteLetters(` ${word}`))!),
    ...Array.from({ length: 95 }, (_, i) =>
      tokens.get(inByteLetters(String.fromCodePoint(32 + i)))!,
    ),
  ])
  Object.values(controlTokens).forEach(add)
  const idOf = (name: keyof typeof controlTokens): number => tokens.get(controlTokens[name])!
  return {
    tokens: [...tokens.keys()],
    merges,
    control: { begin: idOf('begin'), start: idOf('start'), end: idOf('end') },
    readable,
  }
}

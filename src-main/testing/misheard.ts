/** The real recogniser, whose live decodes hear some words wrong: what a stronger reading has to mend. */
import type { Parts } from '#engine/parts.ts'
import type { DecodedSegment, DecodeRequest } from '#engine/recognition/recognizer.ts'

interface Wishes {
  /** What is heard instead of what, by live decodes. */
  readonly instead: Readonly<Record<string, string>>
  /** Told of every decode before it begins; it waits for what this resolves with. */
  readonly onDecode?: (request: DecodeRequest) => Promise<void> | void
  /** Told of every decode that had to end before it was done. */
  readonly onAborted?: (request: DecodeRequest) => void
}

export function misheard({ instead, onDecode, onAborted }: Wishes): (parts: Parts) => Parts {
  return (parts) => {
    const { recognizer } = parts
    return {
      ...parts,
      recognizer: {
        ...recognizer,
        async decode(request, signal) {
          await onDecode?.(request)
          const decoding = await recognizer.decode(request, signal)
          if (decoding.aborted) onAborted?.(request)
          if (request.style !== 'live') return decoding
          return {
            ...decoding,
            segments: decoding.segments.map((heard) => mishear(heard, instead)),
          }
        },
      },
    }
  }
}

function mishear(heard: DecodedSegment, instead: Wishes['instead']): DecodedSegment {
  return Object.entries(instead).reduce(
    (segment, [word, other]) => replaceWord(segment, word, other),
    heard,
  )
}

/** A word may be several tokens: the first of them says all of the other word. */
function replaceWord(segment: DecodedSegment, word: string, other: string): DecodedSegment {
  const tokens = [...segment.tokens]
  for (let from = 0; from < tokens.length; from++) {
    let said = ''
    for (let to = from; to < tokens.length && said.length <= word.length; to++) {
      said += tokens[to]?.text ?? ''
      if (said !== ` ${word}`) continue
      tokens.splice(
        from,
        to + 1 - from,
        ...tokens
          .slice(from, to + 1)
          .map((token, n) => ({ ...token, text: n === 0 ? ` ${other}` : '' })),
      )
    }
  }
  const text = segment.text.replaceAll(new RegExp(` ${word}\\b`, 'g'), ` ${other}`)
  return { ...segment, text, tokens }
}

import type { Author } from '#contract/citation.ts'

interface Origin {
  readonly author: Author
  readonly model: string | null
  readonly without: string | null
  readonly dropped: number
}

/** Who wrote something, for people: never a rule's work as if a model had read it, nor the other way round. */
export function originLine({ author, model, without, dropped }: Origin): string {
  const left =
    dropped === 0
      ? ''
      : `; ${dropped} ${dropped === 1 ? 'claim' : 'claims'} left out that the text does not bear out`
  switch (author) {
    case 'person':
      return '(as somebody wrote it)'
    case 'model':
      return `(by ${model ?? 'a language model'}${left})`
    case 'rules':
      return without === null
        ? '(by rules, without a language model)'
        : `(by rules, without a language model: ${without})`
  }
}

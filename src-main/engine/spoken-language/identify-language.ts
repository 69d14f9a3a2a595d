/** Which language a text is written in. The only file that knows who finds that out. */

export interface LanguageIdentifier {
  /** Codes of the languages that it can tell apart. */
  readonly languages: ReadonlySet<string>
  /** How well a text fits languages, by their codes; those that it does not fit at all are left out. */
  scores(text: string): LanguageScores
}

export type LanguageScores = Readonly<Record<string, number>>

/** Its word pieces take 30 MB, so they are loaded when the first text is to be judged. */
export async function loadLanguageIdentifier(): Promise<LanguageIdentifier> {
  const { eld } = await import('eld/extrasmall')
  return {
    languages: new Set(Object.values(eld.info().Languages)),
    scores: (text) => eld.detect(text).getScores(),
  }
}

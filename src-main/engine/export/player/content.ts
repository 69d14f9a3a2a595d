/** What the engine writes into a player file as its text, and what the page of that file reads. */

/** Text, start and end in milliseconds, and 1 where a space stands before it. */
export type PlayerWord = readonly [text: string, startMs: number, endMs: number, spaced: 0 | 1]

export interface PlayerParagraph {
  readonly startMs: number
  readonly voice: string | null
  /** Of which voice of the meeting it is, for a colour; -1 where nobody has a name. */
  readonly voiceIndex: number
  /** What it is called that somebody wrote beside the meeting; null: it was said. */
  readonly note: string | null
  readonly words: readonly PlayerWord[]
}

export interface PlayerLine {
  readonly text: string
  readonly aside: string | null
  readonly timesMs: readonly number[]
  readonly below: PlayerLine | null
}

export type PlayerPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'lines' | 'moments'; readonly lines: readonly PlayerLine[] }
  | {
      readonly kind: 'tasks'
      readonly tasks: ReadonlyArray<
        PlayerLine & {
          readonly owner: string | null
          readonly due: string | null
          readonly done: boolean
        }
      >
    }
  | { readonly kind: 'terms'; readonly terms: readonly string[] }

export interface PlayerContent {
  readonly language: 'en' | 'it'
  readonly title: string
  readonly facts: ReadonlyArray<{ readonly name: string; readonly value: string }>
  readonly durationMs: number
  /** What became of the sound. */
  readonly account: readonly string[]
  readonly times: boolean
  readonly parts: readonly PlayerPart[]
  readonly paragraphs: readonly PlayerParagraph[]
  /** Null: the file has none. A place of the meeting lies `leadMs` later in the sound. */
  readonly sound: { readonly mediaType: string; readonly leadMs: number } | null
}

/** Of each part of the file, as its text stands there. */
export interface PlayerManifest {
  readonly format: 'rtstt-player'
  readonly version: 1
  readonly parts: Readonly<Record<string, string>>
}

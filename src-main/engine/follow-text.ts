/** What a meeting learns from its own text: which terms were heard, and whether it is written in the right language. */
import type { Segment } from '#contract/transcript.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import type { LanguageIdentifier } from './spoken-language/identify-language.ts'
import { type LanguageWatch, watchLanguage } from './spoken-language/watch-language.ts'
import type { ExpectedTerms } from './vocabulary/expected-terms.ts'

interface Options {
  readonly loadIdentifier: () => Promise<LanguageIdentifier>
  readonly expected: ExpectedTerms
  /** Of the meeting at this moment; `auto` as long as nobody knows it. */
  readonly language: () => string
  /** Called when it is known that was not known before. */
  readonly settled: () => void
  readonly warn: (warning: Warning) => void
  readonly onBug: (error: unknown) => void
}

export interface TextFollower {
  committed(segment: Segment): void
  /** Somebody chose another language. */
  languageChanged(): void
}

export function followText(options: Options): TextFollower {
  const { expected, language, warn } = options
  let watching: Promise<LanguageWatch> | null = null
  /** The language that was warned of and is not over. */
  let warned: string | null = null
  let unknown = language() === 'auto'

  function watch(work: (watch: LanguageWatch) => void): void {
    watching ??= options.loadIdentifier().then(watchLanguage)
    // In the order in which they were asked for; without identification nobody is warned, and the text is as good.
    watching.then(work).catch(options.onBug)
  }

  function tell(looksLike: string | null, wanted: string): void {
    if (looksLike === warned) return
    warned = looksLike
    const message = looksLike === null ? asWanted(wanted) : other(looksLike, wanted)
    const warning = wholeWarning('language_mismatch', message, looksLike === null)
    warn({ ...warning, name: looksLike ?? wanted })
  }

  return {
    committed(segment) {
      expected.heard(segment.text)
      const wanted = language()
      if (wanted === 'auto') return
      if (unknown) options.settled()
      unknown = false
      watch((text) => {
        // What was written before a change says nothing about what comes after it.
        if (wanted !== language()) return
        text.heard(segment, wanted)
        tell(text.looksLike(), wanted)
      })
    },
    languageChanged() {
      unknown = language() === 'auto'
      if (!watching) return
      watch((text) => {
        text.forget()
        tell(null, language())
      })
    },
  }
}

function other(looksLike: string, wanted: string): string {
  const [seen, meant] = [nameOf(looksLike), nameOf(wanted)]
  return `The text looks like ${seen}, not like ${meant}. If ${seen} is spoken, set the language of the meeting to it (--language ${looksLike}).`
}

function asWanted(wanted: string): string {
  if (wanted === 'auto') return 'The language of the meeting is listened for again.'
  return `The language of the meeting is ${nameOf(wanted)}, and the text no longer looks like another one.`
}

const names = new Intl.DisplayNames(['en'], { type: 'language' })

function nameOf(code: string): string {
  return names.of(code) ?? code
}

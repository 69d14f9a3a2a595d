/**
 * How a text is added: its key and its English go into the file of its screen in `en/`, the Italian into the file of
 * the same name in `it/`; what is missing or mistyped does not compile. A new file is also named in `en.ts` and `it.ts`.
 * What changes within a text is a variable, `{{name}}`, and a text that counts has a form for each way of counting:
 * `terms_one`, `terms_other`, in Italian also `terms_many`, and `terms_zero` where nothing is said otherwise. Only
 * `{{count}}` chooses the form; a number that stands apart, as in brackets, is a `{{number}}`.
 * A component says `const { t } = useSpeech()`, then `t('search.noHits', { query })` or `t('vocabulary.terms', { count })`.
 * What is no component is given `t: Translate`. Where a value chooses the text, name the keys by it:
 * `` t(`tracks.states.${state}`) ``. Dates, numbers and lengths are written by `format.ts` and handed in as variables.
 * What the engine says in English itself has an Italian text in `it/engine.ts`, and no English one.
 */
import type { TFunction } from 'i18next'
import type { en } from './en.ts'
import type { engine } from './it/engine.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'texts'
    readonly resources: { readonly texts: typeof en; readonly engine: typeof engine }
  }
}

/** Says a text in the language of whoever reads the page. */
export type Translate = TFunction<['texts', 'engine']>

/** The same keys with texts of their own, and the ways of counting that English does not know. */
type Translated<T, Form extends string> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K], Form>
} & {
  readonly [K in keyof T as K extends `${infer Stem}_other` ? `${Stem}_${Form}` : never]: string
}

/** The Italian texts of one file. */
export type Italian<Group extends keyof typeof en> = Translated<(typeof en)[Group], 'many'>
export type InItalian = { readonly [Group in keyof typeof en]: Italian<Group> }

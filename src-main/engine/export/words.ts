/** What an export says itself, in the language that was chosen for it. */
import type { ExportLanguage } from '#contract/export.ts'

export interface Words {
  readonly me: string
  readonly them: string
  readonly date: string
  readonly duration: string
  readonly spokenLanguage: string
  readonly model: string
  readonly summary: string
  readonly actions: string
  readonly decisions: string
  readonly questions: string
  readonly topics: string
  readonly keywords: string
  readonly transcript: string
  readonly what: string
  readonly who: string
  readonly when: string
  readonly done: string
  readonly open: string
  readonly outdated: string
  readonly byPerson: string
  readonly byRules: string
  readonly byModel: (model: string) => string
  readonly someModel: string
  readonly foundByRules: string
  readonly foundBy: (model: string) => string
  readonly changes: (date: string, text: string) => string
  readonly page: (number: number, total: number) => string
  readonly unprintable: string
  readonly noText: string
  readonly note: string
  readonly bookmark: string
  readonly plea: string
}

const en: Words = {
  me: 'Me',
  them: 'Them',
  date: 'Date',
  duration: 'Duration',
  spokenLanguage: 'Language',
  model: 'Model',
  summary: 'Summary',
  actions: 'Action items',
  decisions: 'Decisions',
  questions: 'Questions',
  topics: 'Topics',
  keywords: 'Keywords',
  transcript: 'Transcript',
  what: 'What',
  who: 'Who',
  when: 'When',
  done: 'done',
  open: 'open',
  outdated: 'The transcript was changed since.',
  byPerson: 'Written by a person.',
  byRules: 'Put together by rules, without a language model.',
  byModel: (model) => `Written by ${model}.`,
  someModel: 'a language model',
  foundByRules: 'Found by rules, without a language model.',
  foundBy: (model) => `Found with ${model}.`,
  changes: (date, text) => `changes what was decided on ${date}: ${text}`,
  page: (number, total) => `Page ${number} of ${total}`,
  unprintable:
    'Characters that the font of this file does not have stand here as □. The other formats have them all.',
  noText: 'Nothing was said.',
  note: 'Note',
  bookmark: 'Bookmark',
  plea: 'This file shows its meeting by a script, which does not run here. Nothing is fetched from anywhere.',
}

const it: Words = {
  me: 'Io',
  them: 'Altri',
  date: 'Data',
  duration: 'Durata',
  spokenLanguage: 'Lingua',
  model: 'Modello',
  summary: 'Riassunto',
  actions: 'Cose da fare',
  decisions: 'Decisioni',
  questions: 'Domande',
  topics: 'Argomenti',
  keywords: 'Parole chiave',
  transcript: 'Trascrizione',
  what: 'Che cosa',
  who: 'Chi',
  when: 'Quando',
  done: 'fatto',
  open: 'aperta',
  outdated: 'Da allora la trascrizione è cambiata.',
  byPerson: 'Scritto da una persona.',
  byRules: 'Messo insieme da regole, senza un modello linguistico.',
  byModel: (model) => `Scritto da ${model}.`,
  someModel: 'un modello linguistico',
  foundByRules: 'Trovato da regole, senza un modello linguistico.',
  foundBy: (model) => `Trovato con ${model}.`,
  changes: (date, text) => `cambia quanto deciso il ${date}: ${text}`,
  page: (number, total) => `Pagina ${number} di ${total}`,
  unprintable:
    'I caratteri che mancano al font di questo file stanno qui come □. Gli altri formati li hanno tutti.',
  noText: 'Non è stato detto nulla.',
  note: 'Nota',
  bookmark: 'Segnalibro',
  plea: 'Questo file mostra la sua riunione con uno script, che qui non viene eseguito. Nulla viene preso dalla rete.',
}

export const wordsIn: { readonly [L in ExportLanguage]: Words } = { en, it }

import type { Italian } from '../typing.ts'

/** Il riassunto e le sue versioni precedenti. */
export const summary: Italian<'summary'> = {
  none: 'Non c’è ancora un riassunto.',
  growing: 'Cresce con la riunione',
  outdated: 'Il testo è stato cambiato dopo che questo è stato scritto.',
  template: 'Tipo di riunione',
  sameTemplate: 'Come l’ultima volta',
  language: 'Scritto in',
  chosenLanguage: 'Come scelto',
  spoken: 'Quella parlata',
  write: 'Scrivi',
  writeAgain: 'Riscrivi',
  writing: 'Scrittura, {{share}}',
  writingOf: 'Quanto della riunione è stato letto',
  draft: 'Bozza, non ancora controllata',
  edit: 'Modifica',
  lineEach: 'Una frase per riga.',
  copy: 'Copia',
  revisions: 'Versioni precedenti ({{number}})',
  revision: 'Versione {{number}}',
  authors: {
    rules: 'regole',
    model: 'un modello linguistico',
    person: 'una persona',
  },
  counts: 'Vale questa',
  letCount: 'Usa questa versione',
  show: 'Mostra',
  hide: 'Nascondi',
  suggested: 'Titolo proposto: «{{title}}»',
  useIt: 'Usalo',
}

import type { Italian } from '../typing.ts'

/** Copie di riserva del database, e ciò che in esso non andava. */
export const backups: Italian<'backups'> = {
  none: 'Non ce n’è ancora. Se ne fa una in un momento di quiete, al massimo una volta al giorno.',
  make: 'Fai una copia di riserva ora',
  making: 'Si fa una copia di riserva',
  restore: 'Torna a {{when}}',
  restoreTitle: 'Tornare a {{when}}?',
  restoreWhy:
    'Al prossimo avvio di RTSTT testo, note e impostazioni saranno quelli della copia. Ciò che c’è ora resta come copia più recente; le registrazioni restano.',
  restoreYes: 'Torna indietro',
  restoring: 'Al prossimo avvio RTSTT torna a {{when}}.',
  keepPresent: 'Resta con ciò che c’è',
  suspected:
    'Il database è danneggiato. Riavvia RTSTT: mette da parte i file e recupera ciò che si può leggere.',
  kinds: {
    missing: 'Il database mancava o era vuoto.',
    not_a_database: 'Il database non si poteva leggere affatto.',
    damaged: 'Il database era danneggiato.',
  },
  repaired: 'È stato riparato: {{kept}} voci lette da esso, {{backup}} da una copia di riserva.',
  lost_one: '{{count}} voce è persa.',
  lost_many: '{{count}} voci sono perse.',
  lost_other: '{{count}} voci sono perse.',
  uncounted: 'Può mancare più di quanto si possa contare.',
  fromRecordings_one:
    '{{count}} riunione è di nuovo qui grazie alla sua registrazione: completala per averne il testo.',
  fromRecordings_many:
    '{{count}} riunioni sono di nuovo qui grazie alle loro registrazioni: completale per averne il testo.',
  fromRecordings_other:
    '{{count}} riunioni sono di nuovo qui grazie alle loro registrazioni: completale per averne il testo.',
  setAside: 'I file danneggiati restano in {{folder}}',
}

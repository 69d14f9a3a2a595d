import type { Italian } from '../typing.ts'

/** I nomi e i termini che ci si aspetta nelle riunioni. */
export const vocabulary: Italian<'vocabulary'> = {
  title: 'Nomi e termini',
  why: 'Nomi e termini tecnici che si dicono nelle tue riunioni. Chi riconosce il parlato sa di doverseli aspettare; più sono, meno conta ciascuno.',
  terms_one: '{{count}} termine',
  terms_many: '{{count}} termini',
  terms_other: '{{count}} termini',
  unknown: 'In questo momento i nomi e i termini non si possono leggere.',
  addTerms: 'Aggiungi nomi e termini',
  addTermsHint:
    'Uno per riga, oppure in una riga separati da virgole. Si può incollare anche una tabella: conta la prima colonna.',
  add: 'Aggiungi',
  added_zero: 'Niente di nuovo.',
  added_one: '{{count}} termine aggiunto.',
  added_many: '{{count}} termini aggiunti.',
  added_other: '{{count}} termini aggiunti.',
  addedLeftOut_one:
    '{{count}} termine aggiunto. Di ogni riga conta la prima colonna; altre {{columns}} sono state tralasciate.',
  addedLeftOut_many:
    '{{count}} termini aggiunti. Di ogni riga conta la prima colonna; altre {{columns}} sono state tralasciate.',
  addedLeftOut_other:
    '{{count}} termini aggiunti. Di ogni riga conta la prima colonna; altre {{columns}} sono state tralasciate.',
  removeTerm: 'Togli {{term}}',
  removeAll: 'Togli tutti',
  removeAllTitle_one: 'Togliere {{count}} termine?',
  removeAllTitle_many: 'Togliere tutti i {{count}} termini?',
  removeAllTitle_other: 'Togliere tutti i {{count}} termini?',
  removeAllWhy: 'Le prossime riunioni non se li aspettano più. Ciò che è scritto resta.',
}

import type { Italian } from '../typing.ts'

/** La ricerca in tutte le riunioni, e i suoi filtri. */
export const search: Italian<'search'> = {
  label: 'Cerca in tutte le riunioni',
  hint: 'Cerca in tutto ciò che è stato detto',
  searching: 'Ricerca…',
  hits_one: '{{count}} punto',
  hits_many: '{{count}} punti',
  hits_other: '{{count}} punti',
  firstHits: 'I primi {{number}} punti. Aggiungi parole per restringere la ricerca.',
  noHits: 'Nessun risultato per «{{query}}».',
  filters: 'Filtri',
  filtersOf: 'Filtri ({{number}})',
  clearFilters: 'Togli i filtri',
  meeting: 'Riunione',
  anyMeeting: 'Qualsiasi riunione',
  voice: 'Voce',
  anyVoice: 'Chiunque',
  speaker: 'Nome di chi parla',
  from: 'Dal',
  to: 'Al',
  kind: 'Solo punti con',
  anyKind: 'Qualsiasi cosa',
  kinds: {
    action: 'Qualcosa da fare',
    decision: 'Una decisione',
    question: 'Una domanda',
    note: 'Una mia nota',
  },
  foundBy: {
    text: 'Trovato in base alle parole.',
    text_and_meaning: 'Trovato in base alle parole e al significato.',
  },
}

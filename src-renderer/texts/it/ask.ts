import type { Italian } from '../typing.ts'

/** Domande sulle riunioni, e le loro risposte. */
export const ask: Italian<'ask'> = {
  question: 'Domanda',
  questionHint: 'Che cosa si è deciso sul bilancio?',
  whom: 'Dove cercare',
  thisMeeting: 'Questa riunione',
  allMeetings: 'Tutte le riunioni',
  askIt: 'Chiedi',
  answering: 'Ricerca di una risposta…',
  cancelled: 'Annullata.',
  notHere: 'Non in questa riunione.',
  nowhere: 'Non nelle tue riunioni.',
  sources_one: 'Letto {{count}} punto',
  sources_many: 'Letti {{count}} punti',
  sources_other: 'Letti {{count}} punti',
  hint: 'La risposta viene solo da ciò che è stato detto, con i punti su cui si basa.',
  cannotAnswer: 'Non è stato possibile trovare una risposta. Riprova.',
}

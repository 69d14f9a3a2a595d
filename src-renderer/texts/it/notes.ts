import type { Italian } from '../typing.ts'

/** Ciò che una persona scrive accanto a una riunione. */
export const notes: Italian<'notes'> = {
  title: 'Note',
  note: 'Nota',
  noteAt: 'Nota a {{time}}',
  write: 'Scrivi una nota',
  saveHint: 'Invio salva',
  bookmark: 'Segnalibro',
  bookmarkThis: 'Segna questo momento',
  none: 'Qui stanno le note e i segnalibri, con il loro momento.',
  unread: 'Al momento le note non si possono leggere.',
  unsent: 'Non ancora salvata',
  waits: 'Sarà salvata appena RTSTT torna raggiungibile.',
  tryAgain: 'Riprova',
  drop: 'Scarta: {{text}}',
  edit: 'Modifica: {{text}}',
  words: 'Parole della nota',
  remove: 'Rimuovi: {{text}}',
  removed: 'Rimossa: {{text}}',
  undo: 'Annulla',
  found: 'Nelle tue note',
}

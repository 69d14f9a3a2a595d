import type { Italian } from '../typing.ts'

/** Che cosa si è capito di una riunione: il riquadro, chi l’ha capito, e i punti. */
export const understood: Italian<'understood'> = {
  panel: 'Che cosa si è capito',
  tabs: {
    transcript: 'Trascrizione',
    insights: 'Punti',
    summary: 'Riassunto',
    notes: 'Note',
    ask: 'Chiedi',
  },
  byRules: 'Con regole, senza un modello linguistico.',
  withModel: 'Con {{model}}.',
  byPerson: 'Scritto da una persona.',
  dropped_one: '{{count}} affermazione non era fondata ed è tralasciata.',
  dropped_many: '{{count}} affermazioni non erano fondate e sono tralasciate.',
  dropped_other: '{{count}} affermazioni non erano fondate e sono tralasciate.',
  places: 'Punti nel testo',
  goTo: 'Vai a {{time}}',
}

import type { Italian } from '../typing.ts'

export const player: Italian<'player'> = {
  title: 'Lettore',
  play: 'Riproduci',
  pause: 'Pausa',
  back: 'Indietro di 5 secondi',
  forward: 'Avanti di 5 secondi',
  speed: 'Velocità',
  speedIs: '{{speed}}×',
  skipSilence: 'Salta i silenzi',
  skipSilenceWhy: 'Riprende dove qualcuno torna a parlare',
  volume: 'Volume',
  place: 'Punto della registrazione',
  placeOf: '{{time}} di {{length}}',
  placeOfMissing: '{{time}} di {{length}}, {{missing}}',
  backToPlace: 'Torna al punto in ascolto',
  wordKeys: 'Le frecce vanno di parola in parola, Invio riproduce dalla parola.',
  soundGone: 'L’audio di questa riunione non è più conservato. Il testo sì.',
  cannotPlay: 'In questo momento l’audio non si può riprodurre. Il testo è completo; riprova.',
  drawAll_one: 'Mostra tutto il testo insieme, per gli screen reader ({{count}} paragrafo)',
  drawAll_many: 'Mostra tutto il testo insieme, per gli screen reader ({{count}} di paragrafi)',
  drawAll_other: 'Mostra tutto il testo insieme, per gli screen reader ({{count}} paragrafi)',
}

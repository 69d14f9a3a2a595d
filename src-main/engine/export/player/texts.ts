/** What the page of a player file says, in the language that was chosen when it was made. */
const en = {
  play: 'Play',
  pause: 'Pause',
  back: 'Back 5 seconds',
  forward: 'Forward 5 seconds',
  place: 'Place in the recording',
  speed: 'Speed',
  follow: 'Follow along',
  search: 'Search in this meeting',
  next: 'Next hit',
  previous: 'Previous hit',
  none: 'Not found',
  found: (at: number, total: number) => `${at} of ${total}`,
  playFrom: (time: string) => `Play from ${time}`,
  goTo: (time: string) => `Go to ${time}`,
  verify: 'Verify',
  verifying: 'Checking…',
  intact: 'Intact: text, sound, script and style are as they were written.',
  changed: (parts: string) => `Changed since it was written: ${parts}.`,
  noCheck: 'This browser cannot check a file from disk. On the command line: rtstt verify FILE',
  parts: { text: 'text', sound: 'sound', script: 'script', style: 'style' },
  overview: 'Summary and insights',
  transcript: 'Transcript',
  player: 'Player',
  dark: 'Light or dark',
  done: 'done',
  loading: 'The sound is being made ready…',
  broken: 'This browser cannot play the sound of this file. The text is whole.',
  silent: 'This file has no sound.',
  empty: 'Nothing was said.',
  keys: 'Space plays and pauses, ← and → move 5 seconds, / searches.',
}

type Texts = typeof en

const it: Texts = {
  play: 'Riproduci',
  pause: 'Pausa',
  back: 'Indietro di 5 secondi',
  forward: 'Avanti di 5 secondi',
  place: 'Punto della registrazione',
  speed: 'Velocità',
  follow: 'Segui il testo',
  search: 'Cerca in questa riunione',
  next: 'Risultato successivo',
  previous: 'Risultato precedente',
  none: 'Non trovato',
  found: (at, total) => `${at} di ${total}`,
  playFrom: (time) => `Riproduci da ${time}`,
  goTo: (time) => `Vai a ${time}`,
  verify: 'Verifica',
  verifying: 'Controllo in corso…',
  intact: 'Intatto: testo, audio, script e stile sono come furono scritti.',
  changed: (parts) => `Cambiato da quando fu scritto: ${parts}.`,
  noCheck:
    'Questo browser non può controllare un file dal disco. Dalla riga di comando: rtstt verify FILE',
  parts: { text: 'testo', sound: 'audio', script: 'script', style: 'stile' },
  overview: 'Riassunto e punti chiave',
  transcript: 'Trascrizione',
  player: 'Riproduzione',
  dark: 'Chiaro o scuro',
  done: 'fatto',
  loading: 'L’audio viene preparato…',
  broken: 'Questo browser non può riprodurre l’audio di questo file. Il testo è completo.',
  silent: 'Questo file non ha audio.',
  empty: 'Non è stato detto nulla.',
  keys: 'Spazio riproduce e mette in pausa, ← e → spostano di 5 secondi, / cerca.',
}

export function textsIn(language: 'en' | 'it'): Texts {
  return language === 'it' ? it : en
}

export type { Texts }

import type { Italian } from '../typing.ts'

/** Una riunione mentre va avanti. */
export const live: Italian<'live'> = {
  liveNow: 'In diretta',
  openLive: 'In diretta: apri {{title}}',
  openPaused: 'In pausa: apri {{title}}',
  none: 'Nessuna registrazione in corso.',
  waitingForSpeech: 'In ascolto. Il testo appare qui appena qualcuno parla.',
  stop: 'Ferma',
  stopping: 'Lettura delle ultime parole…',
  recording: 'Registrazione',
  readingFile: 'Ascolto del file',
  ended: 'Terminata. Tutto ciò che è stato ascoltato è salvato.',
  endedBySilence:
    'Si è fermata da sola: nessuno ha parlato per il tempo che hai scelto. Tutto ciò che è stato ascoltato è salvato.',
  endedWithProblem: 'Terminata con un problema. Ciò che è stato ascoltato è salvato.',
  openMeeting: 'Apri la riunione',
  backToLive: 'Torna alla diretta',
  behind: 'Testo {{time}} indietro',
  catchingUp: 'Si sta rimettendo in pari, non si perde nulla',
  noSound: 'Nessun suono in arrivo da {{time}}. Controlla il microfono e la sorgente audio.',
  paused: 'In pausa',
  pausedWhy: 'In pausa. Non si registra nulla finché non riprendi.',
  pause: 'Pausa',
  resume: 'Riprendi',
  mute: 'Silenzia',
  muteWhat: 'il mio microfono',
  endsSoon: 'Nessuno parla più: la registrazione sta per fermarsi da sola.',
  endsIn: 'Ancora {{time}}.',
  soundKeepsGoing: 'Qualsiasi suono fa continuare la registrazione.',
  keepOn: 'Continua a registrare',
  progressOfFile: 'Quanto del file è stato ascoltato',
}

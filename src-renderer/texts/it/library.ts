import type { Italian } from '../typing.ts'

/** L’elenco di tutte le riunioni. */
export const library: Italian<'library'> = {
  title: 'Riunioni',
  today: 'Oggi',
  yesterday: 'Ieri',
  emptyTitle: 'Ancora nessuna riunione',
  emptyRecord:
    'Premi Registra quando comincia la prossima riunione. Il testo appare qui mentre si parla.',
  emptyFile: 'Oppure trasforma in testo un file audio o video da un terminale:',
  emptyCommand: 'rtstt transcribe riunione.mp4',
  stateLive: 'In diretta',
  stateInterrupted: 'Interrotta',
}

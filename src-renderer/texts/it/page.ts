import type { Italian } from '../typing.ts'

/** La cornice di ogni schermata e le parole di ogni finestra. */
export const page: Italian<'page'> = {
  appName: 'RTSTT',
  skipToContent: 'Vai al contenuto',
  localOnly: 'La voce e il testo restano su questo computer.',
  language: 'Lingua',
  loading: 'Caricamento…',
  close: 'Chiudi',
  cancel: 'Annulla',
  save: 'Salva',
  tryAgain: 'Riprova',
  notices: 'Messaggi',
  nowhere: 'Questa pagina non esiste.',
  backToLibrary: 'Tutte le riunioni',
  connecting: 'Collegamento al motore…',
  linkLost:
    'Il collegamento con RTSTT è caduto. Ciò che vedi potrebbe non essere aggiornato. Nuovo tentativo in corso…',
  linkRefused:
    'RTSTT è stato riavviato e non riconosce più questa pagina. Scrivi rtstt open in un terminale e apri l’indirizzo che compare: poi questa pagina continua da sola.',
  engineGone: 'RTSTT al momento non risponde. Riprova quando il collegamento è tornato.',
  somethingBroke: 'Qualcosa è andato storto in RTSTT. Ricarica la pagina e riprova.',
}

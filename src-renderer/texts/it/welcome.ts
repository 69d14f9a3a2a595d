import type { Italian } from '../typing.ts'

/** Il primo avvio: che cosa resta qui, un modello vocale e il suono. */
export const welcome: Italian<'welcome'> = {
  title: 'Benvenuti in RTSTT',
  lead: 'Ciò che si dice su questo computer diventa testo, mentre lo si dice.',
  steps: 'Passi',
  stepOf: 'Passo {{number}} di {{total}}',
  names: {
    stays: 'Che cosa resta qui',
    model: 'Modello vocale',
    sound: 'Suono',
  },
  back: 'Indietro',
  next: 'Continua',
  skip: 'Salta',
  leave: 'Salta l’introduzione',
  again: 'Mostra l’introduzione',
  stays: {
    title: 'Resta su questo computer',
    sound: 'Suono e testo non ne escono mai',
    soundWhy: 'Il parlato diventa testo qui. Non c’è alcun account e alcun servizio dietro.',
    network: 'La rete serve solo per i modelli',
    networkWhy: 'Un modello si scarica quando lo chiedi. Poi tutto funziona anche senza rete.',
    yours: 'Decidi tu per quanto tempo si conserva',
    yoursWhy:
      'Registrazioni e testi restano in una tua cartella finché non li elimini tu, o una tua regola.',
  },
  model: {
    title: 'Scegli un modello vocale',
    why: 'Un modello trasforma il suono in testo. Si scarica una volta; uno scaricamento interrotto riprende da dove era.',
    here: 'Un modello vocale c’è. Puoi continuare.',
    without:
      'Fino ad allora c’è solo un piccolo modello di prova. Conosce le voci della riunione di esempio e nient’altro.',
    measuring: 'Misurazione di questo computer…',
    measured:
      'Misurato: il modello più grande che qui tiene il passo di una chiamata, con un certo margine, è {{name}}.',
    meanwhile: 'Puoi continuare mentre si scarica.',
  },
  sound: {
    title: 'Controlla che ti si senta',
    why: 'Di’ qualcosa e riproduci qualcosa. Entrambe le barre dovrebbero muoversi. Non si registra ancora nulla.',
    opening: 'Apertura dei dispositivi…',
    notHeard: 'Al momento su questo computer non si sente nulla.',
    again: 'Ascolta di nuovo',
    taken: 'È in corso la registrazione di una riunione, che mostra i propri livelli.',
    me: 'Tu',
    them: 'Gli altri',
  },
  begin: {
    title: 'Inizia',
    sample: 'Prova la riunione di esempio',
    sampleWhy:
      'Due voci, 41 secondi, subito come testo. La legge il piccolo modello di prova: conosce queste voci e per ogni altra scrive cose senza senso.',
    sampleTitle: 'Riunione di esempio',
    record: 'Registra la mia riunione',
    recordWhy: 'Il tuo microfono e ciò che il computer riproduce, ciascuno sulla propria traccia.',
    recordWithout:
      'Senza un modello vocale le tue parole non diventano ancora un testo giusto. Il suono si conserva e si può leggere più tardi.',
  },
}

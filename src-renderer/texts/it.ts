import { byWarning } from './it-warnings.ts'
import { understood } from './it-understood.ts'
import type { Texts } from './en.ts'

/** Il motore parla inglese: qui perché ciò che si è chiesto non è riuscito. */
const byCode: Texts['byCode'] = {
  source_unavailable:
    'Su questo computer RTSTT non può ascoltare ciò che hai scelto. Controlla che un microfono e un’uscita audio siano collegati, oppure scegli altro accanto a Registra.',
  device_missing:
    'Non c’è un dispositivo da ascoltare. Collegane uno, oppure scegli altro accanto a Registra.',
  device_unknown:
    'Il dispositivo scelto non c’è. Ricollegalo, oppure scegline un altro accanto a Registra.',
  device_busy:
    'Un altro programma tiene il dispositivo per sé. Chiudi quel programma, oppure scegli un altro dispositivo.',
  device_denied:
    'Il sistema non permette a RTSTT di usare il dispositivo. Consentilo nelle impostazioni della privacy del sistema.',
  device_lost: 'Il dispositivo è andato perso mentre veniva aperto. Ricollegalo e riprova.',
  not_listening: 'Per questa riunione non si stanno ascoltando dispositivi.',
}

const causes: Texts['causes'] = {
  no_device: 'nessun dispositivo era collegato',
  device_lost: 'il dispositivo è andato perso',
  device_changed: 'il dispositivo è stato cambiato',
  device_glitch: 'è stato il dispositivo a perderlo',
  overrun: 'questo computer era troppo occupato',
  deaf: 'il dispositivo era acceso, ma non arrivava nulla',
  muted: 'il microfono era silenziato',
  sleep: 'il computer era in sospensione',
  file_hole: 'il file ha un buco',
}

/** Perché qualcosa è stato capito ma non mostrato. */
const byRule: Texts['byRule'] = {
  not_speech: 'Un suono, non parole.',
  nobody_spoke: 'Sembra che quasi nessuno abbia parlato.',
  loop: 'Le stesse parole, più e più volte.',
  repetitive: 'Le stesse parole, più e più volte.',
  too_fast: 'Più parole di quante se ne possano dire in quel tempo.',
  media_phrase: 'Una frase che i modelli scrivono dove nessuno parla.',
  prompt_echo: 'Il modello ha ripetuto i nomi e i termini che gli erano stati indicati.',
  unvoiced: 'Lì non si sentiva nessuna voce.',
  bleed: 'L’ha detto l’altoparlante, non chi sta al microfono.',
}

/** I testi italiani. */
export const it: Texts = {
  appName: 'RTSTT',
  skipToContent: 'Vai al contenuto',
  library: 'Riunioni',
  backToLibrary: 'Tutte le riunioni',
  localOnly: 'La voce e il testo restano su questo computer.',
  language: 'Lingua',
  loading: 'Caricamento…',
  close: 'Chiudi',
  cancel: 'Annulla',
  save: 'Salva',
  tryAgain: 'Riprova',
  notices: 'Messaggi',
  nowhere: 'Questa pagina non esiste.',
  gone: 'Questa riunione non c’è, o non c’è più.',

  connecting: 'Collegamento al motore…',
  linkLost:
    'Il collegamento con RTSTT è caduto. Ciò che vedi potrebbe non essere aggiornato. Nuovo tentativo in corso…',
  engineGone: 'RTSTT al momento non risponde. Riprova quando il collegamento è tornato.',
  somethingBroke: 'Qualcosa è andato storto in RTSTT. Ricarica la pagina e riprova.',

  record: 'Registra',
  starting: 'Avvio…',
  chosenSound: 'Che cosa si registra',
  hearBoth: 'Microfono e audio del computer',
  hearMicrophone: 'Solo il microfono',
  hearSystem: 'Solo l’audio del computer',
  microphone: 'Microfono',
  system: 'Audio del computer',
  systemDefault: 'Predefinito di sistema',
  named: (what, name) => `${what} (${name})`,
  notConnected: (name) => `${name} (non collegato)`,
  stopAfterSilence: 'Ferma dopo il silenzio',
  never: 'Mai',
  minutes: (count) => `${count} minuti`,
  stopsAfterSilence: (count) => `si ferma dopo ${count} minuti di silenzio`,
  noMicrophone:
    'Nessun microfono è collegato, oppure il sistema non permette a RTSTT di usarlo. Collegane uno, o consentilo nelle impostazioni della privacy del sistema: appare qui subito.',
  noSystem:
    'Non c’è un’uscita di cui si possa registrare l’audio. Collega o accendi casse o cuffie: appaiono qui subito.',
  missingDevice: (name) => `«${name}» non è collegato. Collegalo, oppure prendine un altro.`,
  takeDefault: 'Prendi il predefinito di sistema',
  takeOnlySystem: 'Registra solo l’audio del computer',
  takeOnlyMicrophone: 'Registra solo il microfono',
  devicesUnknown: 'Non è possibile elencare microfoni e uscite.',
  detectLanguage: 'Riconosci ascoltando',
  expectedTerms: 'Nomi e termini di questa riunione',
  expectedExample: 'Anna, sistema di fatturazione',
  expectedHint: 'Separati da virgole. Si aggiungono, solo per questa riunione, a quelli di tutte.',
  vocabulary: 'Nomi e termini',
  vocabularyWhy:
    'Nomi e termini tecnici che si dicono nelle tue riunioni. Chi riconosce il parlato sa di doverseli aspettare; più sono, meno conta ciascuno.',
  terms: (count) => (count === 1 ? '1 termine' : `${count} termini`),
  termsUnknown: 'In questo momento i nomi e i termini non si possono leggere.',
  addTerms: 'Aggiungi nomi e termini',
  addTermsHint:
    'Uno per riga, oppure in una riga separati da virgole. Si può incollare anche una tabella: conta la prima colonna.',
  add: 'Aggiungi',
  added: (count) =>
    count === 0
      ? 'Niente di nuovo.'
      : count === 1
        ? '1 termine aggiunto.'
        : `${count} termini aggiunti.`,
  addedLeftOut: (count, columns) =>
    `${count === 1 ? '1 termine aggiunto' : `${count} termini aggiunti`}. Di ogni riga conta la prima colonna; altre ${columns} sono state tralasciate.`,
  removeTerm: (term) => `Togli ${term}`,
  removeAllTerms: 'Togli tutti',
  removeAllTitle: (count) => `Togliere tutti i ${count} termini?`,
  removeAllWhy: 'Le prossime riunioni non se li aspettano più. Ciò che è scritto resta.',
  liveNow: 'In diretta',
  openLive: (title) => `In diretta: apri ${title}`,
  openPaused: (title) => `In pausa: apri ${title}`,

  searchLabel: 'Cerca in tutte le riunioni',
  searchHint: 'Cerca in tutto ciò che è stato detto',
  searching: 'Ricerca…',
  hits: (count) => (count === 1 ? '1 punto' : `${count} punti`),
  firstHits: (count) => `I primi ${count} punti. Aggiungi parole per restringere la ricerca.`,
  noHits: (query) => `Nessun risultato per «${query}».`,
  today: 'Oggi',
  yesterday: 'Ieri',
  emptyTitle: 'Ancora nessuna riunione',
  emptyRecord:
    'Premi Registra quando comincia la prossima riunione. Il testo appare qui mentre si parla.',
  emptyFile: 'Oppure trasforma in testo un file audio o video da un terminale:',
  emptyCommand: 'rtstt transcribe riunione.mp4',
  stateLive: 'In diretta',
  stateInterrupted: 'Interrotta',
  interruptedWhy: 'RTSTT si è fermato a metà di questa riunione. La registrazione è al sicuro.',
  interruptedUnread: (length) => `${length} di audio registrato non hanno ancora un testo.`,
  finish: 'Completa dalla registrazione',
  finishing: 'Lettura della registrazione…',

  transcript: 'Trascrizione',
  drawAll: (count: number): string =>
    `Mostra tutto il testo insieme, per gli screen reader (${count} paragrafi)`,
  unsure: 'incerto',
  dottedWords: 'Le parole punteggiate',
  dottedMeans: 'possono essere sbagliate: il riconoscimento ne era incerto.',
  me: 'Io',
  them: 'Loro',
  noLive: 'Nessuna registrazione in corso.',
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
  behind: (time) => `Testo ${time} indietro`,
  catchingUp: 'Si sta rimettendo in pari, non si perde nulla',
  noSound: (time) =>
    `Nessun suono in arrivo da ${time}. Controlla il microfono e la sorgente audio.`,
  tracks: 'Che cosa si sente',
  paused: 'In pausa',
  pausedWhy: 'In pausa. Non si registra nulla finché non riprendi.',
  pause: 'Pausa',
  resume: 'Riprendi',
  mute: 'Silenzia',
  muteWhat: 'il mio microfono',
  everything: 'Tutto l’audio del computer',
  noDevice: 'Nessun dispositivo',
  level: (voice) => `Livello: ${voice}`,
  levelWords: { silent: 'silenzio', soft: 'piano', clear: 'chiaro', loud: 'molto forte' },
  trackStates: {
    opening: 'Apertura…',
    hearing: 'Si sente',
    silent: 'Silenzio',
    lost: 'Perso, nuovo tentativo',
    deaf: 'Acceso, ma non arriva nulla',
    ended: 'Terminato',
    muted: 'Silenziato, non registrato',
    paused: 'In pausa',
    unknown: 'Ora non si sa',
  },
  trackNews: (voice, state, device) => `${voice}: ${state}. ${device}.`,
  checkSound: 'Controlla l’audio',
  oneSided: (device) =>
    `Tu ti senti, ma dal computer non arriva nulla da un po’. Se senti gli altri, controlla che escano da ${device === null ? 'questo computer' : `«${device}»`}.`,
  endsSoon: 'Nessuno parla più: la registrazione sta per fermarsi da sola.',
  endsIn: (time) => `Ancora ${time}.`,
  soundKeepsGoing: 'Qualsiasi suono fa continuare la registrazione.',
  keepOn: 'Continua a registrare',
  progressOfFile: 'Quanto del file è stato ascoltato',

  length: 'Durata',
  model: 'Modello',
  spokenLanguage: 'Lingua parlata',
  rename: 'Rinomina',
  newTitle: 'Titolo',
  export: 'Esporta',
  formatTxt: 'Testo semplice (.txt)',
  formatMd: 'Markdown (.md)',
  formatSrt: 'Sottotitoli (.srt)',
  formatVtt: 'Sottotitoli web (.vtt)',
  formatJson: 'Dati con i tempi delle parole (.json)',
  copy: 'Copia il testo',
  copied: 'Il testo è negli appunti.',
  copyRefused: 'Il browser non permette di copiare qui. Esporta il testo come file.',
  saved: (fileName) => `Esportato ${fileName}.`,
  delete: 'Elimina',
  deleteTitle: (title) => `Eliminare «${title}»?`,
  deleteWhy: 'La registrazione e il testo vengono tolti per sempre da questo computer.',
  deleted: (title) => `«${title}» è stata eliminata.`,
  findLabel: 'Trova in questa riunione',
  found: (at, count) => `${at} di ${count}`,
  notFound: 'Non trovato',
  next: 'Punto successivo',
  previous: 'Punto precedente',
  captured: 'Registrato',
  capturedNote: 'I tempi silenziati e in pausa non contano come mancanti.',
  ofTrack: (voice, share) => `${voice} ${share}`,
  wholeSound: 'Audio',
  recordingGone: 'La registrazione non c’è più: non si sa che cosa sia mancato.',
  nothingMissing: 'Non manca nulla.',
  cutShort: 'Il suono è finito prima del dovuto.',
  heardFrom: 'Ascoltato da',
  more: (count) => (count === 1 ? 'E un altro.' : `E altri ${count}.`),
  causes,
  missingHere: (time, cause) => `Qui mancano ${time}: ${cause}`,
  mutedHere: (time) => `Microfono silenziato per ${time}`,
  pausedHere: (time) => (time === null ? 'In pausa fino alla fine' : `In pausa per ${time}`),
  sleptHere: (time) =>
    time === null
      ? 'Computer in sospensione fino alla fine'
      : `Computer in sospensione per ${time}`,
  byCode,
  byWarning,
  improve: 'Migliora il testo',
  improving: (share) => `Miglioramento del testo, ${share}`,
  improvingNow: 'Il testo viene migliorato.',
  improvingOf: 'Quanto della registrazione è stato riletto',
  improvingEnds: {
    running: '',
    done: 'Tutta la registrazione è stata riletta.',
    cancelled:
      'La registrazione non è stata riletta fino alla fine. Ciò che è stato migliorato resta.',
    too_slow:
      'Rileggere tutta la registrazione richiederebbe troppo tempo su questo computer. Ciò che è stato migliorato resta.',
    failed:
      'Non è stato possibile rileggere la registrazione fino alla fine. Ciò che è stato migliorato resta.',
  },
  heldBack: (count) =>
    count === 0
      ? 'Non c’è più nulla di trattenuto'
      : count === 1
        ? '1 punto trattenuto'
        : `${count} punti trattenuti`,
  heldBackWhy:
    'Qui RTSTT ha capito qualcosa che probabilmente non è stato detto. Se invece lo è stato, puoi mostrarlo.',
  showIt: 'Mostra',
  isShown: 'Mostrato',
  byRule,
  otherRule: 'Probabilmente non è stato detto.',
  noTextMissing: 'Non c’è testo. Non tutto è stato registrato: vedi sopra.',
  noText: 'In questa riunione non è stato detto nulla.',
  noTextYet: 'Non c’è ancora testo.',
  understood,
}

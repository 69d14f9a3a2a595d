import type { Italian } from '../typing.ts'

/** Il nome e la spiegazione di ogni impostazione, con cui si trova anche. */
export const settingItems: Italian<'settingItems'> = {
  hear: {
    name: 'Che cosa si registra',
    hint: 'Il microfono, ciò che il computer riproduce, o entrambi.',
  },
  microphone: {
    name: 'Microfono',
    hint: 'Resta su un dispositivo, oppure segui il sistema.',
  },
  system: {
    name: 'Audio del computer',
    hint: 'Ascolta una sola uscita, oppure segui il sistema.',
  },
  stopAfterSilence: {
    name: 'Ferma dopo il silenzio',
    hint: 'Una registrazione si ferma da sola quando nessuno parla per tanto tempo. Viene annunciato prima.',
  },
  finalPass: {
    name: 'Rileggi alla fine',
    hint: 'Una lettura più forte migliora il testo quando la riunione è finita.',
  },
  speechModel: {
    name: 'Modello per il parlato',
    hint: 'Trasforma il parlato in testo. Ha effetto dalla prossima registrazione.',
  },
  languageModel: {
    name: 'Modello linguistico',
    hint: 'Scrive riassunti, contenuti e risposte. Ha effetto subito.',
  },
  embeddingModel: {
    name: 'Modello che trova il significato',
    hint: 'La ricerca trova anche ciò che si intendeva con altre parole. Ha effetto subito.',
  },
  ownModel: {
    name: 'Aggiungi un tuo file di modello',
    hint: 'Il percorso di un file ggml o GGUF su questo computer. Viene copiato; l’originale resta.',
  },
  verifyModels: {
    name: 'Verifica i file dei modelli',
    hint: 'Legge ogni file che c’è e lo confronta con il suo hash.',
  },
  backEnds: {
    name: 'Dove girano i modelli',
    hint: 'Processore o scheda grafica: che cosa si è provato su questo computer e con che esito.',
  },
  pageLanguage: { name: 'Lingua di questa pagina', hint: 'Menu, pulsanti e messaggi.' },
  spokenLanguage: {
    name: 'Lingua parlata',
    hint: 'Che cosa si parla dove una riunione non lo dice. Ha effetto dalla prossima registrazione.',
  },
  summaryLanguage: {
    name: 'Lingua dei riassunti',
    hint: 'I riassunti si scrivono nella lingua parlata, oppure sempre in una.',
  },
  terms: {
    name: 'Nomi e termini',
    hint: 'Ciò che si dice spesso nelle tue riunioni, perché sia scritto come si deve.',
  },
  importTerms: {
    name: 'Aggiungine molti insieme',
    hint: 'Incolla un elenco o una tabella, o trascina qui un file di testo o CSV: un termine per riga.',
  },
  exportTerms: { name: 'Salva come file di testo', hint: 'Tutti i termini, uno per riga.' },
  summaryTemplate: {
    name: 'Modello dei riassunti',
    hint: 'Di che cosa è fatto un riassunto quando una serie di riunioni non ha un modello suo.',
  },
  ownTemplates: {
    name: 'Modelli di riassunto',
    hint: 'Guardali tutti, cambiali e scrivi i tuoi.',
  },
  globalShortcuts: {
    name: 'Scorciatoie ovunque',
    hint: 'Funzionano in ogni programma, senza alcuna finestra di RTSTT aperta.',
  },
  pageShortcuts: { name: 'Scorciatoie in questa finestra', hint: 'Sono fisse.' },
  theme: { name: 'Tema', hint: 'Modalità chiara, scura, ad alto contrasto, o come il sistema.' },
  textSize: {
    name: 'Dimensione del testo',
    hint: 'Tutto il testo di questa pagina, più grande.',
  },
  room: {
    name: 'Spazio sul disco',
    hint: 'Quanto occupano registrazioni, testo e modelli, e quanto è libero.',
  },
  dataFolder: { name: 'Dove si conserva tutto', hint: 'Una sola cartella su questo computer.' },
  keepSoundDays: {
    name: 'Conserva le registrazioni',
    hint: 'Le registrazioni più vecchie si rimuovono per sempre; il testo resta. Applicato subito e ogni giorno.',
  },
  keepMeetingsDays: {
    name: 'Conserva le riunioni',
    hint: 'Le riunioni più vecchie si eliminano con il loro testo. Applicato subito e ogni giorno.',
  },
  keepDeletedDays: {
    name: 'Conserva le riunioni eliminate',
    hint: 'Per tanto tempo una riunione eliminata si può riavere.',
  },
  backups: {
    name: 'Copie di riserva',
    hint: 'Copie di testo, note e impostazioni, fatte da sole. Ciò che si elimina per sempre non è in nessuna.',
  },
  leftovers: {
    name: 'File rimasti',
    hint: 'Ciò che un’interruzione ha lasciato e che non serve più a nessuno.',
  },
  protection: {
    name: 'Com’è protetto',
    hint: 'Chi può aprire ciò che si conserva qui, e come lo apri se perdi questo computer.',
  },
  whatIsKept: {
    name: 'Che cosa si conserva, e dove',
    hint: 'Registrazioni, testo e modelli restano su questo computer. Niente ne esce.',
  },
  network: {
    name: 'Scarica modelli dalla rete',
    hint: 'Solo quando chiedi un modello, e solo da dove i modelli si trovano. Spento: da questo computer non esce alcuna connessione.',
  },
  networkAttempts: {
    name: 'Che cosa si è tentato sulla rete',
    hint: 'Ogni tentativo di ogni processo di questo programma, consentito o rifiutato.',
  },
  detectMeetings: {
    name: 'Accorgiti delle riunioni',
    hint: 'Chiedi se registrare quando un altro programma comincia a usare il microfono. Niente parte da solo.',
  },
  hideFromSharing: {
    name: 'Nascondi dalla condivisione',
    hint: 'Sottotitoli e segno di registrazione non si vedono in ciò che condividi dello schermo.',
  },
  startAtLogin: {
    name: 'Avvia all’accesso',
    hint: 'RTSTT aspetta nell’area di notifica quando accedi.',
  },
  closeToTray: {
    name: 'Chiudi nell’area di notifica',
    hint: 'Chiudere la finestra lascia il programma in funzione, con un segno nell’area di notifica.',
  },
  notify: {
    name: 'Notifiche',
    hint: 'Avvisa quando una riunione è pronta o una traccia è persa.',
  },
  captionSize: {
    name: 'Dimensione dei sottotitoli',
    hint: 'Dei sottotitoli sopra le altre finestre.',
  },
  captionContrast: { name: 'Contrasto dei sottotitoli', hint: 'Quanto risaltano.' },
  captionPosition: {
    name: 'Posto dei sottotitoli',
    hint: 'In alto, in basso, o dove li trascini.',
  },
  clickThrough: {
    name: 'Clic attraverso i sottotitoli',
    hint: 'Il mouse raggiunge ciò che sta sotto.',
  },
  dictate: {
    name: 'Dettatura',
    hint: 'Tieni premuta la scorciatoia e parla: il testo si scrive dove sta il cursore.',
  },
  report: {
    name: 'Che cosa funziona su questo computer',
    hint: 'Prova i modelli, l’audio e le librerie, e dice con che esito.',
  },
  logFile: {
    name: 'Registro',
    hint: 'Contiene identificativi, conteggi e durate: mai parole, nomi o titoli.',
  },
  reset: {
    name: 'Ripristina tutte le impostazioni',
    hint: 'Ai valori predefiniti. Riunioni, modelli, nomi e modelli di riassunto restano.',
  },
}

import type { ErrorCode } from '#contract/errors.ts'
import type { TrackName } from '#contract/transcript.ts'

type ByCode = Readonly<Partial<Record<ErrorCode, string>>>

const isBack = '{{side}} si sente di nuovo{{inBrackets}}.'
/** Una delle due parti non si è potuta aprire. */
const joins = 'L’altra parte si sente, e questa si unisce appena può.'

/** Ciò che il motore dice in inglese. Quello che ha un nome è `{{name}}`, o `{{inBrackets}}` e `{{onDevice}}` se lo ha. */
export const engine = {
  /** Perché ciò che si è chiesto non è riuscito. */
  errors: {
    data_locked:
      'La cartella dei dati è chiusa e le chiavi che servono non sono qui. Niente è stato cambiato. Aprila con la frase segreta o con la frase di recupero: rtstt keys open',
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
    meetings_differ:
      'Alcune di queste riunioni tengono separati te e gli altri, altre hanno tutto in un solo audio. Si uniscono solo riunioni dello stesso tipo; nulla è cambiato.',
    disk_full: 'Il disco è pieno. Libera spazio e riprova.',
    data_read_only:
      'Nella cartella dei dati non si può scrivere. Consentilo, oppure scegli un’altra cartella.',
    disk_gone:
      'Il disco della cartella dei dati non c’è più. Ricollegalo, oppure scegli un’altra cartella.',
    disk_failing:
      'Il disco della cartella dei dati non si può leggere o scrivere. Controllalo e riprova.',
    file_too_large:
      'Il file è troppo grande per essere preso qui. Dallo alla riga di comando: rtstt import FILE',
    offline:
      'La rete è spenta, quindi non si è scaricato nulla. Consentila nelle impostazioni, in Privacy, oppure aggiungi un file tuo.',
    audio_unsupported:
      'In questo file non c’è un audio che si possa leggere. Convertilo e riprova.',
    audio_empty: 'In questo file non c’è audio.',
    text_changed:
      'Nel frattempo questo testo è stato cambiato da altro, quindi resta com’è. La cronologia ha ciò che c’era.',
    not_listening: 'Per questa riunione non si stanno ascoltando dispositivi.',
  } satisfies ByCode,

  sides: {
    me: 'Il microfono',
    them: 'L’audio del computer',
    mix: 'L’audio',
  } satisfies Record<TrackName, string>,
  inBrackets: ' («{{name}}»)',
  onDevice: ' su «{{name}}»',
  otherLanguage: 'un’altra lingua',

  /** Ciò che fa sapere mentre una riunione va avanti. */
  warnings: {
    device_missing: `{{side}} non si sente: non c’è un dispositivo. Collegane uno. ${joins}`,
    device_busy: `{{side}} non si sente: un altro programma tiene il dispositivo per sé. Chiudi quel programma. ${joins}`,
    device_denied: `{{side}} non si sente: il sistema non permette a RTSTT di usare il dispositivo. Consentilo nelle impostazioni della privacy. ${joins}`,
    device_lost:
      '{{side}}{{inBrackets}} non si sente. Ricollega il dispositivo: ciò che manca fino ad allora viene annotato.',
    device_deaf:
      '{{side}}{{inBrackets}} è acceso e ha un segnale, ma arriva solo silenzio. Lo si sta riaprendo.',
    elsewhere_playing:
      'L’uscita che hai scelto tace, mentre suona «{{name}}», che non si ascolta. Per sentirla, scegli «{{name}}» oppure segui il predefinito di sistema.',
    backend_left:
      'Il riconoscimento del testo non funziona{{onDevice}}. Fino al prossimo avvio di RTSTT va avanti altrove, forse più lentamente.',
    model_changed:
      'Il file del modello vocale è stato sostituito. Il testo va avanti con quello nuovo.',
    text_stopped:
      'Al momento non c’è testo: il riconoscimento non funziona, oppure manca il file del suo modello. Si riprova tra poco. La registrazione va avanti, e il testo arriva dopo.',
    disk_full:
      'Il disco è pieno. La registrazione va avanti in memoria, per dieci minuti al massimo: libera spazio ora. Finora non manca niente.',
    data_read_only:
      'La cartella dei dati è in sola lettura. La registrazione va avanti in memoria, per dieci minuti al massimo: rendila scrivibile. Finora non manca niente.',
    disk_gone:
      'La cartella della registrazione non c’è più. La registrazione va avanti in memoria, per dieci minuti al massimo: ricollega il disco.',
    disk_failing:
      'Sul disco non si riesce a scrivere. La registrazione va avanti in memoria, per dieci minuti al massimo, e si continua a provare.',
    disk_slow:
      'Il disco è molto lento. Ciò che si dice ora resta in memoria finché il disco non lo prende. Finora non manca niente.',
    disk_low:
      'Sul disco c’è spazio per altri {{name}} minuti di registrazione. Libera spazio prima che finisca.',
    sound_lost:
      'L’ultimo audio era solo in memoria e manca dalla registrazione: il disco non lo ha preso. Tutto ciò che viene prima è conservato.',
    text_unkept:
      'L’ultimo testo non si è potuto conservare: il disco non lo prende. Libera spazio e completa la riunione: viene letto di nuovo dalla registrazione.',
    language_mismatch:
      'Il testo sembra in un’altra lingua ({{language}}). Se si parla quella, sceglila come lingua della riunione.',
    silence_ends_soon: 'Nessuno parla più: la registrazione sta per fermarsi da sola.',
  } satisfies ByCode,

  /** Lo stesso, quando è passato. */
  over: {
    device_missing: isBack,
    device_busy: isBack,
    device_denied: isBack,
    device_lost: isBack,
    device_deaf: isBack,
    elsewhere_playing: 'Ora si ascolta «{{name}}», che sta suonando.',
    backend_left: 'Il riconoscimento del testo funziona di nuovo come prima.',
    model_changed: 'Il testo va avanti con il modello di prima.',
    disk_full: 'Tutto ciò che si è detto è di nuovo sul disco.',
    data_read_only: 'Tutto ciò che si è detto è di nuovo sul disco.',
    disk_gone: 'Tutto ciò che si è detto è di nuovo sul disco.',
    disk_failing: 'Tutto ciò che si è detto è di nuovo sul disco.',
    disk_slow: 'Tutto ciò che si è detto è di nuovo sul disco.',
    disk_low: 'Sul disco c’è di nuovo spazio.',
    sound_lost: 'L’audio che mancava è di nuovo nella registrazione.',
    text_unkept: 'Il testo che mancava è di nuovo conservato.',
    text_stopped:
      'Il testo viene scritto di nuovo, anche quello di ciò che è stato detto nel frattempo.',
    language_mismatch: 'Il testo è di nuovo nella lingua della riunione.',
    silence_ends_soon: 'La registrazione continua.',
  } satisfies ByCode,
} as const

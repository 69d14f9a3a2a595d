/** Ciò che il motore fa sapere, in inglese, mentre una riunione va avanti. */
import type { TrackName } from '#contract/transcript.ts'
import type { Texts } from './en.ts'
import { languageName } from './format.ts'

type WarningText = NonNullable<Texts['byWarning']['device_lost']>

const sides: Readonly<Record<TrackName, string>> = {
  me: 'Il microfono',
  them: 'L’audio del computer',
  mix: 'L’audio',
}

function side(track: TrackName | null): string {
  return sides[track ?? 'mix']
}

function inBrackets(name: string | null): string {
  return name === null ? '' : ` («${name}»)`
}

function isBack(track: TrackName | null, name: string | null): string {
  return `${side(track)} si sente di nuovo${inBrackets(name)}.`
}

/** Una delle due parti non si è potuta aprire. */
function notOpened(why: string): WarningText {
  return ({ track, name, over }) =>
    over
      ? isBack(track, name)
      : `${side(track)} non si sente: ${why} L’altra parte si sente, e questa si unisce appena può.`
}

export const byWarning: Texts['byWarning'] = {
  device_missing: notOpened('non c’è un dispositivo. Collegane uno.'),
  device_busy: notOpened('un altro programma tiene il dispositivo per sé. Chiudi quel programma.'),
  device_denied: notOpened(
    'il sistema non permette a RTSTT di usare il dispositivo. Consentilo nelle impostazioni della privacy.',
  ),
  device_lost: ({ track, name, over }) =>
    over
      ? isBack(track, name)
      : `${side(track)}${inBrackets(name)} non si sente. Ricollega il dispositivo: ciò che manca fino ad allora viene annotato.`,
  device_deaf: ({ track, name, over }) =>
    over
      ? isBack(track, name)
      : `${side(track)}${inBrackets(name)} è acceso e ha un segnale, ma arriva solo silenzio. Lo si sta riaprendo.`,
  elsewhere_playing: ({ name, over }) =>
    over
      ? `Ora si ascolta «${name}», che sta suonando.`
      : `L’uscita che hai scelto tace, mentre suona «${name}», che non si ascolta. Per sentirla, scegli «${name}» oppure segui il predefinito di sistema.`,
  backend_left: ({ name, over }) =>
    over
      ? 'Il riconoscimento del testo funziona di nuovo come prima.'
      : `Il riconoscimento del testo non funziona${name === null ? '' : ` su «${name}»`}. Fino al prossimo avvio di RTSTT va avanti altrove, forse più lentamente.`,
  model_changed: ({ over }) =>
    over
      ? 'Il testo va avanti con il modello di prima.'
      : 'Il file del modello vocale è stato sostituito. Il testo va avanti con quello nuovo.',
  text_stopped: ({ over }) =>
    over
      ? 'Il testo viene scritto di nuovo, anche quello di ciò che è stato detto nel frattempo.'
      : 'Al momento non c’è testo: il riconoscimento non funziona, oppure manca il file del suo modello. La registrazione va avanti.',
  language_mismatch: ({ name, over }) => {
    const language = name === null ? 'un’altra lingua' : languageName(name, 'it')
    return over
      ? 'Il testo è di nuovo nella lingua della riunione.'
      : `Il testo sembra in un’altra lingua (${language}). Se si parla quella, sceglila come lingua della riunione.`
  },
  silence_ends_soon: ({ over }) =>
    over
      ? 'La registrazione continua.'
      : 'Nessuno parla più: la registrazione sta per fermarsi da sola.',
}

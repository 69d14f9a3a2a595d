import type { Italian } from '../typing.ts'

/** Ciò che sta sopra le altre finestre: i sottotitoli e la barra che dice che si registra. */
export const overlays: Italian<'overlays'> = {
  captions: 'Sottotitoli',
  pill: 'Registrazione',
  waiting: 'Ciò che si dice compare qui mentre RTSTT registra.',
  quiet: 'In ascolto…',
  away: 'RTSTT si sta riavviando.',
  nothing: 'Nessuna registrazione',
  paused: 'In pausa',
  dictating: 'Parla adesso',
  stop: 'Ferma la registrazione',
  pause: 'Pausa',
  resume: 'Riprendi',
  mute: 'Silenzia il mio microfono',
  unmute: 'Riattiva il mio microfono',
  dead: {
    me: 'Il tuo microfono non si sente',
    them: 'L’audio del computer non si sente',
    mix: 'L’audio non si sente',
  },
  voices: { me: 'Io', them: 'Altri', mix: 'Voce' },
  levels: { me: 'Il mio livello', them: 'Livello degli altri', mix: 'Livello' },
}

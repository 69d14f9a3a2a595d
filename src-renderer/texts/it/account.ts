import type { Italian } from '../typing.ts'

/** Quanto del suono è stato registrato; le cause concludono una frase. */
export const account: Italian<'account'> = {
  captured: 'Registrato',
  capturedNote: 'I tempi silenziati e in pausa non contano come mancanti.',
  ofTrack: '{{voice}} {{share}}',
  recordingGone: 'La registrazione non c’è più: non si sa che cosa sia mancato.',
  removedByRule:
    'La registrazione è stata rimossa il {{day}} secondo la tua regola di conservazione. Il testo resta.',
  nothingMissing: 'Non manca nulla.',
  cutShort: 'Il suono è finito prima del dovuto.',
  heardFrom: 'Ascoltato da',
  more_one: 'E un altro.',
  more_many: 'E altri {{count}}.',
  more_other: 'E altri {{count}}.',
  causes: {
    no_device: 'nessun dispositivo era collegato',
    device_lost: 'il dispositivo è andato perso',
    device_changed: 'il dispositivo è stato cambiato',
    device_glitch: 'è stato il dispositivo a perderlo',
    overrun: 'questo computer era troppo occupato',
    deaf: 'il dispositivo era acceso, ma non arrivava nulla',
    muted: 'il microfono era silenziato',
    sleep: 'il computer era in sospensione',
    file_hole: 'il file ha un buco',
    not_recorded: 'qui non è stata registrata',
    damaged: 'il file sul disco è danneggiato',
  },
  missing: 'Qui mancano {{time}}: {{cause}}',
  muted: 'Microfono silenziato per {{time}}',
  paused: 'In pausa per {{time}}',
  pausedToEnd: 'In pausa fino alla fine',
  slept: 'Computer in sospensione per {{time}}',
  sleptToEnd: 'Computer in sospensione fino alla fine',
}

import type { Italian } from '../typing.ts'

/** Che cosa si sente di una riunione in corso, e quanto bene. */
export const tracks: Italian<'tracks'> = {
  title: 'Che cosa si sente',
  everything: 'Tutto l’audio del computer',
  noDevice: 'Nessun dispositivo',
  level: 'Livello: {{voice}}',
  levels: {
    silent: 'silenzio',
    soft: 'piano',
    clear: 'chiaro',
    loud: 'molto forte',
  },
  states: {
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
  news: '{{voice}}: {{state}}. {{device}}.',
  checkSound: 'Controlla l’audio',
  oneSided:
    'Tu ti senti, ma dal computer non arriva nulla da un po’. Se senti gli altri, controlla che escano da «{{device}}».',
  oneSidedHere:
    'Tu ti senti, ma dal computer non arriva nulla da un po’. Se senti gli altri, controlla che escano da questo computer.',
}

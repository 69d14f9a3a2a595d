import type { Italian } from '../typing.ts'

/** Il testo di una riunione, e di chi sono le voci. */
export const transcript: Italian<'transcript'> = {
  title: 'Trascrizione',
  unsure: 'incerto',
  dottedWords: 'Le parole punteggiate',
  dottedMeans: 'possono essere sbagliate: il riconoscimento ne era incerto.',
  voices: {
    me: 'Io',
    them: 'Loro',
    mix: 'Audio',
  },
}

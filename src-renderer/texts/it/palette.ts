import type { Italian } from '../typing.ts'

/** Tutto ciò che si può fare o trovare, con poche lettere. */
export const palette: Italian<'palette'> = {
  title: 'Trova e fai qualsiasi cosa',
  hint: 'Un’azione, una riunione, un’impostazione o parole dette',
  groups: {
    act: 'Fai',
    go: 'Vai a',
    meeting: 'Riunioni',
    setting: 'Impostazioni',
    said: 'Ciò che si è detto',
  },
  nothing: 'Niente corrisponde a «{{typed}}».',
  searching: 'Ricerca in ciò che si è detto…',
  found_one: '{{count}} scelta',
  found_many: '{{count}} scelte',
  found_other: '{{count}} scelte',
  sample: 'Riproduci la riunione di esempio',
  pause: 'Metti in pausa la registrazione',
  resume: 'Riprendi la registrazione',
  mute: 'Disattiva il mio microfono',
  unmute: 'Riattiva il mio microfono',
  stop: 'Ferma la registrazione',
  theme: 'Tema: {{name}}',
  speak: 'Lingua: {{name}}',
  keys: 'Le frecce scelgono, Invio esegue, Esc chiude.',
}

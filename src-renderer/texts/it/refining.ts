import type { Italian } from '../typing.ts'

/** Una registrazione che viene riletta. */
export const refining: Italian<'refining'> = {
  improve: 'Migliora il testo',
  improving: 'Miglioramento del testo, {{share}}',
  improvingNow: 'Il testo viene migliorato.',
  improvingOf: 'Quanto della registrazione è stato riletto',
  ends: {
    done: 'Tutta la registrazione è stata riletta.',
    cancelled:
      'La registrazione non è stata riletta fino alla fine. Ciò che è stato migliorato resta.',
    too_slow:
      'Rileggere tutta la registrazione richiederebbe troppo tempo su questo computer. Ciò che è stato migliorato resta.',
    failed:
      'Non è stato possibile rileggere la registrazione fino alla fine. Ciò che è stato migliorato resta.',
  },
}

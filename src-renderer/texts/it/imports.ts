import type { Italian } from '../typing.ts'

/** File che devono diventare riunioni. */
export const imports: Italian<'imports'> = {
  add: 'Importa file',
  title: 'Importazioni',
  drop: 'Rilascia i file per farne testo',
  dropHint: 'Audio e video, quanti ne vuoi. Restano su questo computer.',
  progress: '{{over}} di {{total}}',
  progressLeft: '{{over}} di {{total}} · ancora circa {{left}}',
  whole: 'Tutti i file',
  over: 'Fatto',
  failed_one: '{{count}} file non si è potuto leggere',
  failed_many: '{{count}} di file non si sono potuti leggere',
  failed_other: '{{count}} file non si sono potuti leggere',
  states: {
    waiting: 'In attesa',
    reading: 'In lettura',
    done: 'Fatto',
    failed: 'Non riuscito',
    cancelled: 'Annullato',
  },
  sending: 'In arrivo',
  read: '{{share}}',
  readLeft: '{{share}}, ancora {{left}}',
  cancel: 'Annulla {{name}}',
  open: 'Apri {{name}}',
  clear: 'Svuota l’elenco',
}

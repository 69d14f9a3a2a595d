import type { Italian } from '../typing.ts'

/** Che una voce di una riunione in corso non si sente più, che cosa è salvo e che cosa fare. */
export const alarm: Italian<'alarm'> = {
  lost: '{{voice}}: «{{device}}» non c’è più, e di questa voce non si registra nulla.',
  lostUnnamed: '{{voice}}: il dispositivo non c’è più, e di questa voce non si registra nulla.',
  deaf: '{{voice}}: «{{device}}» è acceso, ma non ne arriva nulla.',
  deafUnnamed: '{{voice}}: il dispositivo è acceso, ma non ne arriva nulla.',
  kept: 'Ciò che è stato ascoltato finora è salvo.',
  keptWithOther:
    'Ciò che è stato ascoltato finora è salvo, e l’altra voce ({{other}}) si registra ancora.',
  lostToDo: 'Collega il dispositivo o accendilo; RTSTT continua a provare da solo.',
  deafToDo:
    'Controlla che non sia silenziato e che nessun altro programma lo tenga per sé; oppure rendi predefinito un altro dispositivo.',
}

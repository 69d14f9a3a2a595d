import type { Italian } from '../typing.ts'

/** Che cosa si registra, da quali dispositivi e fino a quando. */
export const record: Italian<'record'> = {
  record: 'Registra',
  starting: 'Avvio…',
  chosenSound: 'Che cosa si registra',
  hear: {
    both: 'Microfono e audio del computer',
    microphone: 'Solo il microfono',
    system: 'Solo l’audio del computer',
  },
  microphone: 'Microfono',
  system: 'Audio del computer',
  systemDefault: 'Predefinito di sistema',
  named: '{{what}} ({{name}})',
  notConnected: '{{name}} (non collegato)',
  stopAfterSilence: 'Ferma dopo il silenzio',
  never: 'Mai',
  asInSettings: 'Come nelle impostazioni',
  minutes_one: '{{count}} minuto',
  minutes_many: '{{count}} minuti',
  minutes_other: '{{count}} minuti',
  stopsAfterSilence_one: 'si ferma dopo {{count}} minuto di silenzio',
  stopsAfterSilence_many: 'si ferma dopo {{count}} minuti di silenzio',
  stopsAfterSilence_other: 'si ferma dopo {{count}} minuti di silenzio',
  noMicrophone:
    'Nessun microfono è collegato, oppure il sistema non permette a RTSTT di usarlo. Collegane uno, o consentilo nelle impostazioni della privacy del sistema: appare qui subito.',
  noSystem:
    'Non c’è un’uscita di cui si possa registrare l’audio. Collega o accendi casse o cuffie: appaiono qui subito.',
  missingDevice: '«{{name}}» non è collegato. Collegalo, oppure prendine un altro.',
  takeDefault: 'Prendi il predefinito di sistema',
  takeOnlySystem: 'Registra solo l’audio del computer',
  takeOnlyMicrophone: 'Registra solo il microfono',
  devicesUnknown: 'Non è possibile elencare microfoni e uscite.',
  detectLanguage: 'Riconosci ascoltando',
  expectedTerms: 'Nomi e termini di questa riunione',
  expectedExample: 'Anna, sistema di fatturazione',
  expectedHint: 'Separati da virgole. Si aggiungono, solo per questa riunione, a quelli di tutte.',
}

import type { Italian } from '../typing.ts'

/** Ciò che sta intorno a ogni schermata, e ciò che dicono i suoi pezzi. */
export const frame: Italian<'frame'> = {
  navigation: 'Navigazione principale',
  live: 'Dal vivo',
  meetings: 'Riunioni',
  performance: 'Prestazioni',
  settings: 'Impostazioni',
  welcome: 'Benvenuti',
  search: 'Cerca',
  shortcuts: 'Scorciatoie',
  connected: 'Collegato',
  connecting: 'Collegamento in corso',
  noConnection: 'Nessun collegamento',
  loadingScreen: 'Caricamento della schermata',
  toasts: 'Messaggi brevi',
  comingSoon: 'Qui non c’è ancora nulla.',
  appearance: 'Aspetto',
  theme: 'Tema',
  themes: {
    system: 'Come il sistema',
    light: 'Chiaro',
    dark: 'Scuro',
    contrast: 'Contrasto elevato',
  },
  textSize: 'Dimensione del testo',
  scopes: { everywhere: 'Ovunque', live: 'Durante la registrazione' },
  shortcutNames: {
    record: 'Registra',
    search: 'Vai al campo di ricerca',
    back: 'Torna a tutte le riunioni',
    help: 'Mostra le scorciatoie da tastiera',
    mute: 'Disattiva o riattiva il mio microfono',
    pause: 'Metti in pausa o riprendi',
  },
}

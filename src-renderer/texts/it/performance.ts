import type { Italian } from '../typing.ts'

/** Come lavora il programma, e che cosa sa fare questo computer. */
export const performance: Italian<'performance'> = {
  title: 'Prestazioni',
  while: 'Quando',
  spans: {
    now: 'Gli ultimi dieci minuti',
    day: 'Le ultime 24 ore',
    week: 'Gli ultimi 7 giorni',
    quarter: 'Gli ultimi 90 giorni',
  },
  resting: 'Non si misura nulla',
  restingWhy:
    'RTSTT si misura solo mentre lavora. Registra o importa qualcosa, e i suoi valori appaiono qui.',
  chart: {
    lag: 'Ritardo del testo sul suono',
    look: 'Uno sguardo alla frase in corso',
    decoding: 'Tempo di decodifica per ogni secondo',
    processor: 'Processore, in core',
    memory: 'Memoria',
    gpu: 'Scheda grafica',
    tokens: 'Modello linguistico, token al secondo',
  },
  line: {
    lag: 'Il più lungo',
    median: 'Nel mezzo',
    longest: 'Il più lungo',
    decoding: 'Decodifica',
    engine: 'Motore',
    recognition: 'Riconoscimento',
    language: 'Modello linguistico',
    gpu: 'Occupata',
    tokens: 'Token al secondo',
  },
  summary: '{{chart}}: {{last}} alla fine, {{most}} al massimo',
  unknownGpu: 'Questa scheda grafica non dice che cosa fa, oppure non c’è.',
  computer: 'Questo computer',
  computerWhy:
    'Ogni modello vocale presente decodifica dieci secondi di parole note, su tutto ciò che qui può calcolare. Bastano pochi secondi per i modelli piccoli, un minuto o più per quelli grandi.',
  measure: 'Misura questo computer',
  measureAgain: 'Misura di nuovo',
  measuring: 'Misura del computer in corso',
  measured: '{{done}} di {{total}}',
  measuredAt: 'Misurato {{when}}: {{processor}}, {{cores}} core, {{memory}}.',
  recommended:
    'Consigliato: {{model}}. È il modello più grande che qui sta al passo con una chiamata, con margine.',
  noneRecommended:
    'Nessun modello vero, misurato o previsto, sta al passo con una chiamata qui. Quelli piccoli possono comunque farlo, con testo che arriva un po’ più tardi.',
  column: {
    model: 'Modello',
    where: 'Calcola su',
    speed: 'Velocità',
    look: 'Uno sguardo',
    errors: 'Parole sbagliate',
    memory: 'Memoria',
  },
  times: '{{number}} volte',
  timesForeseen: 'circa {{number}} volte',
  lookOf: '{{median}}, al massimo {{longest}}',
  foreseen: 'Previsti',
  foreseenWhy:
    'Modelli che qui non ci sono, da ciò che ha fatto quello incluso e da quanto calcolano.',
}

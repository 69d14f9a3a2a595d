import type { Italian } from '../typing.ts'

/** Che cosa è stato capito ma non mostrato, e perché. */
export const heldBack: Italian<'heldBack'> = {
  count_zero: 'Non c’è più nulla di trattenuto',
  count_one: '{{count}} punto trattenuto',
  count_many: '{{count}} punti trattenuti',
  count_other: '{{count}} punti trattenuti',
  why: 'Qui RTSTT ha capito qualcosa che probabilmente non è stato detto. Se invece lo è stato, puoi mostrarlo.',
  showIt: 'Mostra',
  isShown: 'Mostrato',
  rules: {
    not_speech: 'Un suono, non parole.',
    nobody_spoke: 'Sembra che quasi nessuno abbia parlato.',
    loop: 'Le stesse parole, più e più volte.',
    repetitive: 'Le stesse parole, più e più volte.',
    too_fast: 'Più parole di quante se ne possano dire in quel tempo.',
    media_phrase: 'Una frase che i modelli scrivono dove nessuno parla.',
    unvoiced: 'Lì non si sentiva nessuna voce.',
    prompt_echo: 'Il modello ha ripetuto i nomi e i termini che gli erano stati indicati.',
    bleed: 'L’ha detto l’altoparlante, non chi sta al microfono.',
  },
  otherRule: 'Probabilmente non è stato detto.',
}

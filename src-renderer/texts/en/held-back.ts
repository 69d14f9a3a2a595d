/** What was understood and not shown, and why. */
export const heldBack = {
  count_zero: 'Nothing is held back any more',
  count_one: '{{count}} place held back',
  count_other: '{{count}} places held back',
  why: 'RTSTT understood something here that was probably not said. If it was, you can show it.',
  showIt: 'Show it',
  isShown: 'Shown',
  rules: {
    not_speech: 'A sound, not speech.',
    nobody_spoke: 'Hardly anybody seems to have spoken.',
    loop: 'The same words, again and again.',
    repetitive: 'The same words, again and again.',
    too_fast: 'More words than anybody can say in that time.',
    media_phrase: 'A phrase that models write where nobody speaks.',
    unvoiced: 'No voice was heard there.',
    prompt_echo: 'The model repeated the names and terms it was told to expect.',
    bleed: 'The loudspeaker said it, not the microphone’s person.',
  },
  otherRule: 'It was probably not said.',
} as const

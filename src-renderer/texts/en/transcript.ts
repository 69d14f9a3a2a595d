/** The text of a meeting, and whose voice is whose. */
export const transcript = {
  title: 'Transcript',
  unsure: 'unsure',
  dottedWords: 'Dotted words',
  dottedMeans: 'may be wrong: the recogniser was unsure of them.',
  voices: {
    me: 'Me',
    them: 'Them',
    mix: 'Sound',
  },
} as const

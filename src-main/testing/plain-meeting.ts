/** A live meeting in which nothing is asked for but text: what a test or a bench wants differently it says beside it. */
export const plainMeeting = {
  title: null,
  model: 'test-speech-en',
  language: 'en',
  stopAfterSilenceMs: null,
  finalPass: 'off',
  vocabulary: [],
} as const

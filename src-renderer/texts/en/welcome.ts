/** The first run: what stays here, a speech model, and the sound. */
export const welcome = {
  title: 'Welcome to RTSTT',
  lead: 'What is said on this computer becomes text, while it is said.',
  steps: 'Steps',
  stepOf: 'Step {{number}} of {{total}}',
  names: {
    stays: 'What stays here',
    model: 'Speech model',
    sound: 'Sound',
  },
  back: 'Back',
  next: 'Continue',
  skip: 'Skip',
  leave: 'Skip the introduction',
  again: 'Show the introduction',
  stays: {
    title: 'It stays on this computer',
    sound: 'Sound and text never leave it',
    soundWhy: 'Speech is turned into text here. There is no account and no service behind it.',
    network: 'The network is for models only',
    networkWhy:
      'A model is fetched when you ask for it. After that everything works without a network.',
    yours: 'You decide how long it is kept',
    yoursWhy:
      'Recordings and texts lie in a folder of yours until you delete them, or a rule of yours does.',
  },
  model: {
    title: 'Choose a speech model',
    why: 'A model turns sound into text. It is fetched once; a download that breaks off goes on where it was.',
    here: 'A speech model is here. You can go on.',
    without:
      'Until then there is only a small test model. It knows the voices of the sample meeting and nothing else.',
    measuring: 'Measuring this computer…',
    measured:
      'Measured: the largest model that keeps up with a call here, with room to spare, is {{name}}.',
    meanwhile: 'You can go on while it is fetched.',
  },
  sound: {
    title: 'See that you are heard',
    why: 'Say something, and play something. Both bars should move. Nothing is recorded yet.',
    opening: 'Opening the devices…',
    notHeard: 'Nothing is heard on this computer just now.',
    again: 'Listen again',
    taken: 'A meeting is being recorded; it shows its own levels.',
    me: 'You',
    them: 'The others',
  },
  begin: {
    title: 'Begin',
    sample: 'Try the sample meeting',
    sampleWhy:
      'Two voices, 41 seconds, as text at once. The small test model reads it: it knows these voices and writes nonsense for any other.',
    sampleTitle: 'Sample meeting',
    record: 'Record my meeting',
    recordWhy: 'Your microphone and what the computer plays, each on its own track.',
    recordWithout:
      'Without a speech model your words do not become right text yet. The sound is kept, and can be read later.',
  },
} as const

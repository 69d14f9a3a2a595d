/** What is heard of a meeting that goes on, and how well. */
export const tracks = {
  title: 'What is heard',
  everything: 'All computer sound',
  noDevice: 'No device',
  level: 'Level: {{voice}}',
  levels: {
    silent: 'silent',
    soft: 'soft',
    clear: 'clear',
    loud: 'very loud',
  },
  states: {
    opening: 'Opening…',
    hearing: 'Hearing',
    silent: 'Silent',
    lost: 'Lost, trying again',
    deaf: 'On, but nothing arrives',
    ended: 'Ended',
    muted: 'Muted, not recorded',
    paused: 'Paused',
    unknown: 'Not known now',
  },
  news: '{{voice}}: {{state}}. {{device}}.',
  checkSound: 'Check the sound',
  oneSided:
    'You are heard, but nothing has come from the computer for a while. If you hear the others, check that they play on “{{device}}”.',
  oneSidedHere:
    'You are heard, but nothing has come from the computer for a while. If you hear the others, check that they play on this computer.',
} as const

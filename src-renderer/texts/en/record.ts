/** What is recorded, from which devices, and until when. */
export const record = {
  record: 'Record',
  starting: 'Starting…',
  chosenSound: 'What is recorded',
  hear: {
    both: 'Microphone and computer sound',
    microphone: 'Only the microphone',
    system: 'Only computer sound',
  },
  microphone: 'Microphone',
  system: 'Computer sound',
  systemDefault: 'System default',
  named: '{{what}} ({{name}})',
  notConnected: '{{name}} (not connected)',
  stopAfterSilence: 'Stop after silence',
  never: 'Never',
  asInSettings: 'As in the settings',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  stopsAfterSilence_one: 'stops after {{count}} minute of silence',
  stopsAfterSilence_other: 'stops after {{count}} minutes of silence',
  noMicrophone:
    'No microphone is connected, or the system does not let RTSTT use one. Connect one, or allow it in the system’s privacy settings; it appears here at once.',
  noSystem:
    'There is no output whose sound could be recorded. Connect or switch on speakers or headphones; they appear here at once.',
  missingDevice: '“{{name}}” is not connected. Connect it, or take another one.',
  takeDefault: 'Take the system default',
  takeOnlySystem: 'Record only computer sound',
  takeOnlyMicrophone: 'Record only the microphone',
  devicesUnknown: 'The microphones and outputs cannot be listed.',
  detectLanguage: 'Detect by listening',
  expectedTerms: 'Names and terms of this meeting',
  expectedExample: 'Anna, billing system',
  expectedHint:
    'Separated by commas. They are expected in this meeting besides those of all meetings.',
} as const

// What is tried in Windows Node: a sentence, the host program, and the file it runs.
const recognition = 'native/recognition/build/install.mjs'
const capture = 'native/capture/build/install.mjs'

export const cases = [
  ['the installation puts the prebuild in place', 'node.exe', recognition],
  ['decodes the sample', 'node.exe', 'tests/wine/cases/decode.ts'],
  ['decodes in a host of another name', 'Some Host.exe', 'tests/wine/cases/decode.ts'],
  ['works from folders with other letters', 'node.exe', 'tests/wine/cases/other-letters.ts'],
  ['decodes in other processes and threads', 'node.exe', 'tests/wine/cases/other-processes.ts'],
  ['aborts and goes on', 'node.exe', 'tests/wine/cases/abort.ts'],
  ['detects voices', 'node.exe', 'tests/wine/cases/voice.ts'],
  ['refuses a broken model', 'node.exe', 'tests/wine/cases/broken-model.ts'],
  ['decodes Parakeet, and tells when words were said', 'node.exe', 'tests/wine/cases/parakeet.ts'],
  ['hears, keeps and finishes meetings', 'node.exe', 'tests/wine/cases/command-line.ts'],
  ['keeps everything once when it is ended from outside', 'node.exe', 'tests/wine/cases/killed.ts'],
  ['writes text with our CPU libraries', 'node.exe', 'tests/wine/cases/language.ts'],
  [
    'finds in the registry who uses the microphone',
    'node.exe',
    'tests/wine/cases/calls-into-windows.ts',
  ],
  [
    'keeps the key of a data folder by the account of Windows',
    'node.exe',
    'tests/wine/cases/windows-account.ts',
  ],
  ['stores and searches', 'node.exe', 'tests/wine/cases/store.ts'],
]

/** These need devices. */
export const captureCases = [
  ['the installation puts the capture addon in place', 'node.exe', capture],
  ['lists devices', 'node.exe', 'tests/wine/cases/capture-devices.ts'],
  [
    'lists devices in a host of another name',
    'Some Host.exe',
    'tests/wine/cases/capture-devices.ts',
  ],
  ['hears every device, whole', 'node.exe', 'tests/wine/cases/capture-sound.ts'],
  ['lets go of streams that flow', 'node.exe', 'tests/wine/cases/capture-lifetimes.ts'],
]

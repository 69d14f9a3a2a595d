/** What floats over other windows: captions, and the pill that says that something is recorded. */
export const overlays = {
  captions: 'Captions',
  pill: 'Recording',
  waiting: 'What is said appears here while RTSTT records.',
  quiet: 'Listening…',
  away: 'RTSTT is being started again.',
  nothing: 'Nothing is recorded',
  paused: 'Paused',
  dictating: 'Speak now',
  stop: 'Stop recording',
  pause: 'Pause',
  resume: 'Resume',
  mute: 'Mute me',
  unmute: 'Unmute me',
  dead: {
    me: 'Your microphone is not heard',
    them: 'The system sound is not heard',
    mix: 'The sound is not heard',
  },
  voices: { me: 'Me', them: 'Others', mix: 'Voice' },
  levels: { me: 'My level', them: 'Level of the others', mix: 'Level' },
} as const

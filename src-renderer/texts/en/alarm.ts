/** That a voice of a live meeting is not heard any more, what is kept, and what to do. */
export const alarm = {
  lost: '{{voice}}: “{{device}}” is gone, and nothing of this voice is recorded.',
  lostUnnamed: '{{voice}}: the device is gone, and nothing of this voice is recorded.',
  deaf: '{{voice}}: “{{device}}” is on, but nothing of it arrives.',
  deafUnnamed: '{{voice}}: the device is on, but nothing of it arrives.',
  kept: 'What was heard so far is kept.',
  keptWithOther:
    'What was heard so far is kept, and the other voice ({{other}}) is still recorded.',
  lostToDo: 'Connect the device or switch it on; RTSTT keeps trying by itself.',
  deafToDo:
    'Check that it is not muted and that no other program keeps it to itself; or make another device the default.',
} as const

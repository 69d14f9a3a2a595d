/** A recording that is read again. */
export const refining = {
  improve: 'Improve the text',
  improving: 'Improving the text, {{share}}',
  improvingNow: 'The text is being improved.',
  improvingOf: 'How much of the recording has been read again',
  ends: {
    done: 'The whole recording was read again.',
    cancelled: 'The recording was not read again to its end. What was improved is kept.',
    too_slow:
      'Reading the whole recording again would take too long on this computer. What was improved is kept.',
    failed: 'The recording could not be read again to its end. What was improved is kept.',
  },
} as const

/** The list of all meetings. */
export const library = {
  title: 'Meetings',
  today: 'Today',
  yesterday: 'Yesterday',
  emptyTitle: 'No meetings yet',
  emptyRecord:
    'Press Record when your next meeting starts. Its text appears here while people speak.',
  emptyFile: 'Or turn a sound or video file into text from a terminal:',
  emptyCommand: 'rtstt transcribe meeting.mp4',
  stateLive: 'Live now',
  stateInterrupted: 'Interrupted',
} as const

/** Questions about meetings, and their answers. */
export const ask = {
  question: 'Question',
  questionHint: 'What was decided about the budget?',
  whom: 'Where to look',
  thisMeeting: 'This meeting',
  allMeetings: 'All meetings',
  askIt: 'Ask',
  answering: 'Looking for an answer…',
  cancelled: 'Cancelled.',
  notHere: 'Not in this meeting.',
  nowhere: 'Not in your meetings.',
  sources_one: '{{count}} place was read',
  sources_other: '{{count}} places were read',
  hint: 'The answer comes only from what was said, with the places that it rests on.',
  cannotAnswer: 'No answer could be found. Try again.',
} as const

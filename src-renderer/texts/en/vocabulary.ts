/** The names and terms that are expected in meetings. */
export const vocabulary = {
  title: 'Names and terms',
  why: 'Names and technical terms that are said in your meetings. The recogniser is told to expect them; the more of them, the less each one counts.',
  terms_one: '{{count}} term',
  terms_other: '{{count}} terms',
  unknown: 'The names and terms cannot be read at the moment.',
  addTerms: 'Add names and terms',
  addTermsHint:
    'One on each line, or in one line separated by commas. A table may be pasted too: its first column counts.',
  add: 'Add',
  added_zero: 'Nothing new.',
  added_one: '{{count}} term added.',
  added_other: '{{count}} terms added.',
  addedLeftOut_one:
    '{{count}} term added. Of each line the first column counts; {{columns}} others were left out.',
  addedLeftOut_other:
    '{{count}} terms added. Of each line the first column counts; {{columns}} others were left out.',
  removeTerm: 'Remove {{term}}',
  removeAll: 'Remove all',
  removeAllTitle_one: 'Remove {{count}} term?',
  removeAllTitle_other: 'Remove all {{count}} terms?',
  removeAllWhy: 'Future meetings no longer expect them. What is written stays.',
} as const

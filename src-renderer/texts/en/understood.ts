/** What was understood of a meeting: the panel, who understood it, and the places. */
export const understood = {
  panel: 'What was understood',
  tabs: {
    transcript: 'Transcript',
    insights: 'Insights',
    summary: 'Summary',
    ask: 'Ask',
    notes: 'Notes',
  },
  byRules: 'By rules, without a language model.',
  withModel: 'With {{model}}.',
  byPerson: 'Written by a person.',
  dropped_one: '{{count}} claim was not borne out and is left out.',
  dropped_other: '{{count}} claims were not borne out and are left out.',
  places: 'Places in the text',
  goTo: 'Go to {{time}}',
} as const

/** Backups of the database, and what was wrong with it. */
export const backups = {
  none: 'There is none yet. One is made at a quiet moment, at most once a day.',
  make: 'Make a backup now',
  making: 'A backup is being made',
  restore: 'Go back to {{when}}',
  restoreTitle: 'Go back to {{when}}?',
  restoreWhy:
    'When RTSTT starts the next time, text, notes and settings are those of the backup. What is there now is kept as the newest backup; recordings stay.',
  restoreYes: 'Go back',
  restoring: 'When RTSTT starts the next time, it goes back to {{when}}.',
  keepPresent: 'Stay with what is there',
  suspected:
    'The database is damaged. Start RTSTT again: it sets the files aside and recovers what can be read.',
  kinds: {
    missing: 'The database was missing or empty.',
    not_a_database: 'The database could not be read at all.',
    damaged: 'The database was damaged.',
  },
  repaired:
    'It has been repaired: {{kept}} entries were read from it, {{backup}} come from a backup.',
  lost_one: '{{count}} entry is lost.',
  lost_other: '{{count}} entries are lost.',
  uncounted: 'More may be missing than can be counted.',
  fromRecordings_one:
    '{{count}} meeting is here again by its recording: finish it to have its text.',
  fromRecordings_other:
    '{{count}} meetings are here again by their recordings: finish them to have their text.',
  setAside: 'The damaged files are kept in {{folder}}',
}

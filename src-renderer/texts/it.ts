import { frame } from './it/frame.ts'
import { welcome } from './it/welcome.ts'
import { palette } from './it/palette.ts'
import { page } from './it/page.ts'
import { performance } from './it/performance.ts'
import { library } from './it/library.ts'
import { imports } from './it/imports.ts'
import { record } from './it/record.ts'
import { models } from './it/models.ts'
import { backups } from './it/backups.ts'
import { settingItems } from './it/setting-items.ts'
import { settings } from './it/settings.ts'
import { vocabulary } from './it/vocabulary.ts'
import { search } from './it/search.ts'
import { player } from './it/player.ts'
import { transcript } from './it/transcript.ts'
import { live } from './it/live.ts'
import { alarm } from './it/alarm.ts'
import { notes } from './it/notes.ts'
import { tracks } from './it/tracks.ts'
import { meeting } from './it/meeting.ts'
import { exporting } from './it/exporting.ts'
import { account } from './it/account.ts'
import { editing } from './it/editing.ts'
import { refining } from './it/refining.ts'
import { heldBack } from './it/held-back.ts'
import { understood } from './it/understood.ts'
import { insights } from './it/insights.ts'
import { summary } from './it/summary.ts'
import { ask } from './it/ask.ts'
import { overlays } from './it/overlays.ts'
import type { InItalian } from './typing.ts'

/** I testi italiani. */
export const it: InItalian = {
  frame,
  welcome,
  palette,
  page,
  performance,
  library,
  imports,
  record,
  vocabulary,
  models,
  settings,
  settingItems,
  search,
  transcript,
  player,
  live,
  alarm,
  notes,
  tracks,
  meeting,
  exporting,
  account,
  editing,
  refining,
  heldBack,
  understood,
  insights,
  summary,
  ask,
  overlays,
  backups,
}

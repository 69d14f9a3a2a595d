import { frame } from './en/frame.ts'
import { welcome } from './en/welcome.ts'
import { palette } from './en/palette.ts'
import { page } from './en/page.ts'
import { performance } from './en/performance.ts'
import { library } from './en/library.ts'
import { imports } from './en/imports.ts'
import { record } from './en/record.ts'
import { models } from './en/models.ts'
import { backups } from './en/backups.ts'
import { settingItems } from './en/setting-items.ts'
import { settings } from './en/settings.ts'
import { vocabulary } from './en/vocabulary.ts'
import { search } from './en/search.ts'
import { player } from './en/player.ts'
import { transcript } from './en/transcript.ts'
import { live } from './en/live.ts'
import { alarm } from './en/alarm.ts'
import { notes } from './en/notes.ts'
import { tracks } from './en/tracks.ts'
import { meeting } from './en/meeting.ts'
import { exporting } from './en/exporting.ts'
import { account } from './en/account.ts'
import { editing } from './en/editing.ts'
import { refining } from './en/refining.ts'
import { heldBack } from './en/held-back.ts'
import { understood } from './en/understood.ts'
import { insights } from './en/insights.ts'
import { summary } from './en/summary.ts'
import { ask } from './en/ask.ts'
import { overlays } from './en/overlays.ts'

/** The English texts. Their keys are the law for every other language. */
export const en = {
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
} as const

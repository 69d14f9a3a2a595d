import { z } from 'zod'
import { Language } from './meeting.ts'
import { NetworkUse } from './network.ts'
import { FinalPass } from './refining.ts'

/** `best`: the best that is here and fits this machine. `none`: it is done without. Else the id of a model. */
const ModelChoice = z.string().min(1)

/** After so many days something is removed; null: it stays. */
const Days = z.int().min(1).max(3650).nullable()

/** Keys as Electron writes them (`CommandOrControl+Shift+R`); null: no shortcut. */
const Keys = z.string().min(1).max(60).nullable()

/** How the captions over other windows look. */
export const Captions = z.strictObject({
  /** Height of a line, in pixels. */
  sizePx: z.int().min(14).max(64),
  contrast: z.enum(['soft', 'strong']),
  position: z.enum(['top', 'bottom', 'free']),
  /** The mouse reaches what lies below. */
  clickThrough: z.boolean(),
})
export type Captions = Readonly<z.infer<typeof Captions>>

/** Shortcuts that work with no window open. */
export const GlobalShortcuts = z.strictObject({
  /** Begins a recording, or stops it. */
  record: Keys,
  /** Marks this moment of the running meeting. */
  bookmark: Keys,
  muteMe: Keys,
  captions: Keys,
  dictate: Keys,
})
export type GlobalShortcuts = Readonly<z.infer<typeof GlobalShortcuts>>

/** What a person has chosen for all meetings. */
export const Settings = z.strictObject({
  /** What turns speech into text: `best`, or the id of a model. */
  speechModel: ModelChoice,
  /** What is spoken where a meeting does not say. */
  spokenLanguage: Language,
  finalPass: FinalPass,
  stopAfterSilenceMs: z.int().min(10_000).nullable(),
  languageModel: ModelChoice,
  embeddingModel: ModelChoice,
  /** `spoken`: that of the meeting; else a code such as `it`. */
  summaryLanguage: z
    .string()
    .regex(/^(spoken|[a-z]{2,3})$/, 'a language code such as en, or spoken'),
  /** Of meetings whose series has none of its own. */
  summaryTemplate: z.string().min(1),
  /** The recording goes, its text stays. */
  keepSoundDays: Days,
  keepMeetingsDays: Days,
  /** A deleted meeting can be had back for so long. */
  keepDeletedDays: z.int().min(1).max(365),
  network: NetworkUse,
  /** Ask when another program begins to use the microphone. */
  detectMeetings: z.boolean(),
  notify: z.boolean(),
  startAtLogin: z.boolean(),
  /** Closing the window leaves the program in the tray. */
  closeToTray: z.boolean(),
  captions: Captions,
  /** What floats over other windows is not in what is shared of the screen. */
  hideFromSharing: z.boolean(),
  /** Speech is typed where the cursor is while the shortcut is used. */
  dictate: z.boolean(),
  shortcuts: GlobalShortcuts,
})
export type Settings = Readonly<z.infer<typeof Settings>>

export const defaultSettings: Settings = {
  speechModel: 'best',
  spokenLanguage: 'auto',
  finalPass: 'within_budget',
  stopAfterSilenceMs: null,
  languageModel: 'best',
  embeddingModel: 'best',
  summaryLanguage: 'spoken',
  summaryTemplate: 'general',
  keepSoundDays: null,
  keepMeetingsDays: null,
  keepDeletedDays: 30,
  network: 'models',
  detectMeetings: true,
  notify: true,
  startAtLogin: false,
  closeToTray: true,
  captions: { sizePx: 28, contrast: 'strong', position: 'bottom', clickThrough: true },
  hideFromSharing: false,
  dictate: false,
  shortcuts: {
    record: 'CommandOrControl+Shift+R',
    bookmark: 'CommandOrControl+Shift+B',
    muteMe: 'CommandOrControl+Shift+M',
    captions: 'CommandOrControl+Shift+C',
    dictate: 'CommandOrControl+Shift+D',
  },
}

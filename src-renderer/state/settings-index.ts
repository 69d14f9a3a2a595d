/** Every setting there is, by the section that shows it, and how one is found by what it is about. */

export const sections = [
  'sound',
  'models',
  'language',
  'vocabulary',
  'insights',
  'shortcuts',
  'appearance',
  'storage',
  'privacy',
  'desktop',
  'advanced',
] as const
export type Section = (typeof sections)[number]

/** The names of its settings, in the order in which a section shows them. */
export const settingsOf = {
  sound: ['hear', 'microphone', 'system', 'stopAfterSilence', 'finalPass'],
  models: [
    'speechModel',
    'languageModel',
    'embeddingModel',
    'ownModel',
    'verifyModels',
    'backEnds',
  ],
  language: ['pageLanguage', 'spokenLanguage', 'summaryLanguage'],
  vocabulary: ['terms', 'importTerms', 'exportTerms'],
  insights: ['summaryTemplate', 'ownTemplates'],
  shortcuts: ['globalShortcuts', 'pageShortcuts'],
  appearance: ['theme', 'textSize'],
  storage: [
    'room',
    'dataFolder',
    'keepSoundDays',
    'keepMeetingsDays',
    'keepDeletedDays',
    'backups',
    'leftovers',
  ],
  privacy: [
    'protection',
    'whatIsKept',
    'network',
    'networkAttempts',
    'detectMeetings',
    'hideFromSharing',
  ],
  desktop: [
    'startAtLogin',
    'closeToTray',
    'notify',
    'captionSize',
    'captionContrast',
    'captionPosition',
    'clickThrough',
    'dictate',
  ],
  advanced: ['report', 'logFile', 'reset'],
} as const satisfies Readonly<Record<Section, readonly string[]>>

export type SettingName = (typeof settingsOf)[Section][number]

export interface Place {
  readonly section: Section
  readonly name: SettingName
}

export const places: readonly Place[] = sections.flatMap((section) =>
  settingsOf[section].map((name) => ({ section, name })),
)

export function sectionOf(text: string | null): Section | null {
  return sections.find((section) => section === text) ?? null
}

/** What is said of a setting, in the language of who looks for it. */
export interface Told {
  readonly name: string
  readonly hint: string
  readonly section: string
}

/** Those in which every word is found; words in the name count most. Letters are compared without their accents. */
export function findSettings(query: string, told: (place: Place) => Told): readonly Place[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found = places.flatMap((place) => {
    const { name, hint, section } = told(place)
    const everything = plain(`${name} ${hint} ${section}`)
    if (!words.every((word) => everything.includes(word))) return []
    const inName = words.filter((word) => plain(name).includes(word)).length
    return [{ place, inName }]
  })
  return found.toSorted((a, b) => b.inName - a.inName).map(({ place }) => place)
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

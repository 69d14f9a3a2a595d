/** What a meeting is to be like where whoever began it did not say. */
import type { CommandInput } from '#contract/commands.ts'
import type { FinalPass } from '#contract/refining.ts'
import type { Settings } from '#contract/settings.ts'

type Said = Pick<CommandInput<'meeting.start'>, 'language' | 'stopAfterSilenceMs' | 'finalPass'>

interface Wishes {
  readonly language: string
  /** Null: never. */
  readonly stopAfterSilenceMs: number | null
  readonly finalPass: FinalPass
}

/** Null is what the settings say; a silence of 0 is none at all. */
export function usualWishes(said: Said, settings: Settings): Wishes {
  const silenceMs = said.stopAfterSilenceMs ?? settings.stopAfterSilenceMs
  return {
    language: said.language ?? settings.spokenLanguage,
    stopAfterSilenceMs: silenceMs === 0 ? null : silenceMs,
    finalPass: said.finalPass ?? settings.finalPass,
  }
}

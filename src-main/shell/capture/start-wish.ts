import type { CommandInput } from '#contract/commands.ts'
import type { Settings } from '#contract/settings.ts'

/** What is asked for when a recording begins with no window open: both sides, and otherwise what the settings say. */
export function startWish(settings: Settings): CommandInput<'meeting.start'> {
  const { speechModel, spokenLanguage, stopAfterSilenceMs, finalPass } = settings
  return {
    source: { kind: 'both', microphoneId: null, systemId: null },
    title: null,
    model: speechModel === 'best' ? null : speechModel,
    language: spokenLanguage,
    stopAfterSilenceMs,
    finalPass,
    vocabulary: [],
  }
}

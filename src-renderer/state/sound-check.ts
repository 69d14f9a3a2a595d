/** What is heard before a meeting, to show how loud it is. */
import type { EngineEvent } from '#contract/events.ts'
import type { Hearing } from '#contract/hearing.ts'

/** The tracks that are heard; none while nobody listens. */
export type CheckedSound = Hearing['tracks']

export function applyToSoundCheck(checked: CheckedSound, event: EngineEvent): CheckedSound {
  return event.type === 'sound.changed' ? event.tracks : checked
}

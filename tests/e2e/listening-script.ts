/** What a hand-driven engine answers about sound that is heard before a meeting. */
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'

export function listeningScript(
  emit: (event: EngineEvent) => void,
): Pick<EngineApi, 'sound.listen' | 'sound.leave'> {
  const heard = { state: 'hearing', everything: false } as const
  return {
    'sound.listen': async () => {
      emit({
        type: 'sound.changed',
        tracks: [
          { track: 'me', device: 'Headset microphone', ...heard },
          { track: 'them', device: 'Loudspeakers', ...heard },
        ],
      })
      return null
    },
    'sound.leave': async () => {
      emit({ type: 'sound.changed', tracks: [] })
      return null
    },
  }
}

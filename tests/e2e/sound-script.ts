/** What a hand-driven engine answers about sound that is heard before a meeting, and about models. */
import type { EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'

type Sound = 'sound.listen' | 'sound.leave' | 'model.list' | 'model.inUse' | 'model.verify'

export function soundScript(emit: (event: EngineEvent) => void): Pick<EngineApi, Sound> {
  const none = { id: null, without: null }
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
    'model.list': async () => [],
    // A computer on which a model was chosen long ago.
    'model.inUse': async () => ({
      speech: { id: 'base-q5_1', without: null },
      language: none,
      embedding: none,
    }),
    'model.verify': async () => [],
  }
}

/** Meetings that are hard to hear or to follow. */
import type { TrackName } from '#contract/transcript.ts'
import { soundOf } from '../replay/sound.ts'
import type { BankVoice } from './bank.ts'
import { compose, type Manner, type Scene } from './compose.ts'
import { louder, mixed, noisy, telephone } from './effects.ts'
import { holdMusic } from './not-speech.ts'

type MakeScene = (bank: readonly BankVoice[], seconds: number) => Scene

/** By the name under which they are measured. */
export const hardships = {
  'monologue without a pause': spoken('monologue', 2),
  'two people at once': spoken('both', 3),
  telephone: heardThrough(4, telephone),
  clipping: heardThrough(5, (track) => louder(track, 24)),
  'music under speech': heardThrough(6, (track) =>
    mixed(track, holdMusic(track.length / 16_000, 8), 20),
  ),
  noise: heardThrough(7, (track) => noisy(track, 25, 9)),
} as const satisfies Record<string, MakeScene>

function spoken(manner: Manner, seed: number): MakeScene {
  return (bank, seconds) => compose(bank, { manner, seconds, seed })
}

function heardThrough(seed: number, effect: (track: Int16Array) => Int16Array): MakeScene {
  return (bank, seconds) => {
    const { sound, said } = compose(bank, { manner: 'talk', seconds, seed })
    const heard = (track: TrackName) => effect(sound.read(track, 0, sound.length))
    return { sound: soundOf({ me: heard('me'), them: heard('them') }), said }
  }
}

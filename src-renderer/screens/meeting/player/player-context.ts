import { createContext, use, useSyncExternalStore } from 'react'
import type { PlayerState, SoundPlayer } from '../../../client/sound-player.ts'

/** Null where a meeting has no sound to be heard. */
export const PlayerContext = createContext<SoundPlayer | null>(null)

export function usePlayer(): SoundPlayer | null {
  return use(PlayerContext)
}

/** What the player is set to and does. Its place is told at every frame, and not by this. */
export function usePlayerState(player: SoundPlayer): PlayerState {
  return useSyncExternalStore(player.subscribe, player.state)
}

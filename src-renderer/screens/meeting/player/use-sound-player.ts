import { useEffect, useMemo, useState } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { recall, remember } from '../../../client/memory.ts'
import { createSoundPlayer, type SoundPlayer } from '../../../client/sound-player.ts'
import { writeListening, parseListening } from '../../../state/listening.ts'
import { afterSilence, silencesIn } from '../../../state/silences.ts'

const memoryKey = 'rtstt.listening'

/** A player for one meeting, set as the last one was. */
export function useSoundPlayer(segments: readonly Segment[], lengthMs: number): SoundPlayer {
  const [player] = useState(() => createSoundPlayer(parseListening(recall(memoryKey))))
  useEffect(
    () => player.subscribe(() => remember(memoryKey, writeListening(player.state()))),
    [player],
  )
  const silences = useMemo(() => silencesIn(segments, lengthMs), [segments, lengthMs])
  useEffect(() => player.setSilences((atMs) => afterSilence(silences, atMs)), [player, silences])
  return player
}

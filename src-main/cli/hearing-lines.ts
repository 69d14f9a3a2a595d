import type { Hearing } from '#contract/hearing.ts'

type Track = Hearing['tracks'][number]

const sides = { me: 'Microphone', them: 'System sound', mix: 'Sound' } as const

/** What changed in what is heard, in sentences. What is lost and found again is told by the meeting's own warnings. */
export function hearingLines(before: Hearing | null, after: Hearing): string[] {
  const lines = after.tracks.flatMap((track) => {
    const known = before?.tracks.find((other) => other.track === track.track)
    return isNewlyHeard(known, track) ? [`${sides[track.track]}: ${heard(track)}`] : []
  })
  if (after.microphoneMuted !== (before?.microphoneMuted ?? false))
    lines.push(
      after.microphoneMuted ? 'The microphone is muted.' : 'The microphone is heard again.',
    )
  if (after.paused !== (before?.paused ?? false))
    lines.push(after.paused ? 'Paused: nothing is recorded.' : 'Recording goes on.')
  return lines
}

function isNewlyHeard(before: Track | undefined, after: Track): boolean {
  if (after.state !== 'hearing' || after.device === null) return false
  if (!before || before.state === 'opening') return true
  return before.device !== null && before.device !== after.device
}

function heard({ device, everything }: Track): string {
  return everything ? 'everything that this computer plays' : `“${device}”`
}

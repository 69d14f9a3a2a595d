/** All tracks as one would hear them in the room: added up, clipped where they are too loud together. */
export function mixTracks(tracks: readonly Int16Array[]): Int16Array {
  const mixed = new Int16Array(Math.max(0, ...tracks.map(({ length }) => length)))
  for (let at = 0; at < mixed.length; at++) {
    let sum = 0
    for (const track of tracks) sum += track[at] ?? 0
    mixed[at] = Math.max(-32_768, Math.min(32_767, sum))
  }
  return mixed
}

// Records both tracks of a meeting as fast as it can, in pieces of 1 to 40 ms, and prints how many samples of each it was
// told are kept. Runs until it is killed: ROOT MEETING.
import { MeetingId } from '../../../src-main/contract/ids.ts'
import { sealedIn, sound, tracks } from './vault.ts'

const [root = '', meetingId] = process.argv.slice(2)
const recording = await sealedIn(root).create(MeetingId.parse(meetingId), tracks)
for (let kept = 0; ;) {
  const length = 16 + ((kept * 7) % 625)
  const piece = sound(kept, length)
  await Promise.all(tracks.map((track) => recording.append(track, piece)))
  kept += length
  process.stdout.write(`${kept}\n`)
}

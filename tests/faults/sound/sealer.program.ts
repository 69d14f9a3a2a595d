// Seals the plain recording of a meeting, and says when it begins: ROOT MEETING.
import { MeetingId } from '../../../src-main/contract/ids.ts'
import { sealedIn } from './vault.ts'

const [root = '', meetingId] = process.argv.slice(2)
process.stdout.write('begins\n')
await sealedIn(root).seal(MeetingId.parse(meetingId))

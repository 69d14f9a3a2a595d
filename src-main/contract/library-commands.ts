/** What is asked of many meetings at once, of the trash, and of files that are to become meetings. */
import { z } from 'zod'
import { ImportId, MeetingId } from './ids.ts'
import { Import, mostImports } from './import.ts'
import { DeletedMeeting, FolderName, Organising } from './library.ts'
import { Meeting, Title } from './meeting.ts'

const Many = z.array(MeetingId).min(1).max(10_000)
const ofMeeting = z.strictObject({ meetingId: MeetingId })

export const libraryCommands = {
  /** Puts many meetings into a folder, gives them tags and takes some away: all of it or nothing. */
  'meeting.organise': {
    input: Organising.extend({ meetingIds: Many }),
    output: z.array(Meeting),
  },
  /** The meetings of a folder, also deleted ones, are in another from now on; answers with those that can be seen. */
  'folder.rename': {
    input: z.strictObject({ from: FolderName, to: FolderName }),
    output: z.array(Meeting),
  },
  /**
   * One new meeting of several that are finished, in the order in which they began. They go to the trash; what is known
   * of them besides their text and sound stays there.
   */
  'meeting.merge': {
    input: z.strictObject({ meetingIds: Many.min(2).max(50), title: Title.nullable() }),
    output: Meeting,
  },
  /** Moves it to the trash: whole, and out of sight everywhere else. */
  'meeting.delete': { input: ofMeeting, output: z.null() },
  /** Brings it back from the trash. */
  'meeting.restore': { input: ofMeeting, output: Meeting },
  /** What lies in the trash, the last deleted first. */
  'meeting.listDeleted': { input: z.strictObject({}), output: z.array(DeletedMeeting) },
  /** Removes deleted meetings for good: text, sound and all. */
  'meeting.purge': { input: z.strictObject({ meetingIds: Many }), output: z.null() },
  /** Lets files become meetings, one after the other and behind whatever is live; the answer does not wait for that. */
  'import.add': {
    input: z.strictObject({ paths: z.array(z.string().min(1)).min(1).max(mostImports) }),
    output: z.array(Import),
  },
  /** In the order in which they were added. */
  'import.list': { input: z.strictObject({}), output: z.array(Import) },
  /** Takes a file out of the queue, or ends its reading; nothing of it is kept. */
  'import.cancel': { input: z.strictObject({ importId: ImportId }), output: Import },
  /** Forgets those that are over. Their meetings stay. */
  'import.clear': { input: z.strictObject({}), output: z.null() },
} as const

import type { MeetingId } from '#contract/ids.ts'
import type { Organising } from '#contract/library.ts'
import type { Meeting } from '#contract/meeting.ts'

/** Where meetings are put: folders, tags, and the people in them. A folder or tag is there while a meeting is in it. */
export interface Shelves {
  /**
   * Does it to all of these meetings, or to none. A name that is known in other letters, large or small, is taken as it
   * is known. Answers with the meetings as they are now.
   */
  organise(ids: readonly MeetingId[], wish: Organising): Meeting[]
  /** Also for meetings in the trash; answers with those that are not there. */
  renameFolder(from: string, to: string): Meeting[]
}

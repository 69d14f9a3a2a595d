/** How a library of many meetings is kept in order: folders, tags, people, and what was deleted. */
import { z } from 'zod'
import { Meeting } from './meeting.ts'

const name = (longest: number) => z.string().trim().min(1).max(longest)

/** A folder is where its meetings are: it comes with the first of them and goes with the last. */
export const FolderName = name(80)
export const TagName = name(40)
export const PersonName = name(80)

/** What becomes of many meetings at once. What is left out stays as it is. */
export const Organising = z.strictObject({
  /** Null: in none. */
  folder: FolderName.nullable().optional(),
  addTags: z.array(TagName).max(50).optional(),
  removeTags: z.array(TagName).max(50).optional(),
  addPeople: z.array(PersonName).max(50).optional(),
  /** Those who were added; whoever speaks in a meeting stays. */
  removePeople: z.array(PersonName).max(50).optional(),
})
export type Organising = Readonly<z.infer<typeof Organising>>

/** A meeting in the trash: out of sight everywhere else, and whole. */
export const DeletedMeeting = Meeting.extend({
  deletedAt: z.iso.datetime(),
  /** From then on it may be removed for good. */
  keptUntil: z.iso.datetime(),
})
export type DeletedMeeting = Readonly<z.infer<typeof DeletedMeeting>>

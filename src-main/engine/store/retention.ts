import type { MeetingId } from '#contract/ids.ts'

/** What rules that remove by themselves have to know. */
export interface Retention {
  /** No rule touches this meeting, or rules do again. Fails with `not_found`. */
  exempt(id: MeetingId, exempt: boolean): void
  exempted(): MeetingId[]
  /** Whether anything is kept under this id, also what is not shown in any list. */
  isKept(id: string): boolean
}

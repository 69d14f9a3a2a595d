import { z } from 'zod'

export const MeetingId = z.uuid().brand('MeetingId')
export type MeetingId = z.infer<typeof MeetingId>

export const SegmentId = z.uuid().brand('SegmentId')
export type SegmentId = z.infer<typeof SegmentId>

export const RefusalId = z.uuid().brand('RefusalId')
export type RefusalId = z.infer<typeof RefusalId>

import { z } from 'zod'

export const MeetingId = z.uuid().brand('MeetingId')
export type MeetingId = z.infer<typeof MeetingId>

export const SegmentId = z.uuid().brand('SegmentId')
export type SegmentId = z.infer<typeof SegmentId>

export const RefusalId = z.uuid().brand('RefusalId')
export type RefusalId = z.infer<typeof RefusalId>

export const InsightId = z.uuid().brand('InsightId')
export type InsightId = z.infer<typeof InsightId>

export const SummaryId = z.uuid().brand('SummaryId')
export type SummaryId = z.infer<typeof SummaryId>

export const NoteId = z.uuid().brand('NoteId')
export type NoteId = z.infer<typeof NoteId>

export const ImportId = z.uuid().brand('ImportId')
export type ImportId = z.infer<typeof ImportId>

export const AskId = z.uuid().brand('AskId')
export type AskId = z.infer<typeof AskId>

export const ExportId = z.uuid().brand('ExportId')
export type ExportId = z.infer<typeof ExportId>

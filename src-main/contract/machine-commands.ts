import { z } from 'zod'
import { MeetingId } from './ids.ts'
import { ComputerMeasure, PerformanceSample } from './performance.ts'

/** What a person may ask of sound before a meeting, and of how well the program runs. */
export const machineCommands = {
  /**
   * Listens to the devices to show how loud they are; nothing is kept of it. It lasts a few seconds and is asked for
   * again to go on; a meeting that begins ends it. Null follows the system's default.
   */
  'sound.listen': {
    input: z.strictObject({
      microphoneId: z.string().min(1).nullable(),
      systemId: z.string().min(1).nullable(),
    }),
    output: z.null(),
  },
  'sound.leave': { input: z.strictObject({}), output: z.null() },
  /** What was measured from one time to another, in at most so many samples: longer stretches are summed up. */
  'performance.read': {
    input: z.strictObject({
      meetingId: MeetingId.nullable(),
      from: z.iso.datetime().nullable(),
      to: z.iso.datetime().nullable(),
      most: z.int().min(1).max(2000),
    }),
    output: z.array(PerformanceSample),
  },
  /** Decodes a bundled clip on every usable back end: by the `bundled` model alone, in seconds, or by `all` that are here. */
  'computer.measure': {
    input: z.strictObject({ models: z.enum(['bundled', 'all']) }),
    output: ComputerMeasure,
  },
  /** What was found the last time; null while nobody has measured. */
  'computer.read': { input: z.strictObject({}), output: ComputerMeasure.nullable() },
} as const

/** What turns live meetings into text, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { LiveRecognition } from '#contract/live-recognition.ts'

/** Null: nobody works on it here. Missing: nobody has told. */
export type Recognitions = Readonly<Partial<Record<MeetingId, LiveRecognition | null>>>

export function applyToRecognitions(all: Recognitions, event: EngineEvent): Recognitions {
  switch (event.type) {
    case 'recognition.changed':
      return { ...all, [event.recognition.meetingId]: event.recognition }
    case 'meeting.stopped':
      return without(all, event.meeting.id)
    case 'meeting.deleted':
      return without(all, event.meetingId)
    default:
      return all
  }
}

/** What was told meanwhile is newer than the answer. */
export function recognitionAnswered(
  all: Recognitions,
  meetingId: MeetingId,
  answer: LiveRecognition | null,
): Recognitions {
  return meetingId in all ? all : { ...all, [meetingId]: answer }
}

function without(all: Recognitions, meetingId: MeetingId): Recognitions {
  if (!(meetingId in all)) return all
  const { [meetingId]: _, ...rest } = all
  return rest
}

/** The library by which a graphics processor is used, as people know it: `Vulkan` of `Vulkan0`. */
export function libraryOf({ backend }: Pick<LiveRecognition, 'backend'>): string | null {
  return backend === null ? null : (/^[A-Za-z]+/.exec(backend)?.[0] ?? backend)
}

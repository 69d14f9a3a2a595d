import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { applyToRecognitions, libraryOf, recognitionAnswered } from './recognitions.ts'

const meetingId = MeetingId.parse(randomUUID())
const health = { state: 'working', why: null, until: null } as const
const onGpu = { meetingId, model: 'large', backend: 'Vulkan0', onGpu: true, step: 0, health }
const changed = (recognition: typeof onGpu) =>
  ({ type: 'recognition.changed', recognition }) as const

it('what was told last counts, also before an answer that comes later', () => {
  const told = applyToRecognitions({}, changed(onGpu))
  expect(recognitionAnswered(told, meetingId, null)).toBe(told)
  expect(recognitionAnswered({}, meetingId, onGpu)).toEqual(told)
  expect(applyToRecognitions(told, { type: 'meeting.deleted', meetingId })).toEqual({})
})

it.each([
  ['Vulkan0', 'Vulkan'],
  ['CUDA1', 'CUDA'],
  ['CPU', 'CPU'],
  [null, null],
])('%s is the library %s', (backend, library) => {
  expect(libraryOf({ backend })).toBe(library)
})

import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { runSession } from './run-session.ts'

function setUp() {
  const sound = Promise.withResolvers<void>()
  const reader = Promise.withResolvers<void>()
  const story: string[] = []
  const bugs: unknown[] = []
  let readerSignal: AbortSignal | null = null
  const session = runSession({
    hear: () => sound.promise,
    stopSource: () => void story.push('stop'),
    closeRecording: async () => void story.push('close'),
    readers: [
      (signal) => {
        readerSignal = signal
        signal.addEventListener('abort', () => reader.reject(signal.reason))
        return reader.promise
      },
    ],
    warn: ({ code }) => void story.push(`warn ${code}`),
    onBug: (error) => bugs.push(error),
  })
  return { session, sound, reader, story, bugs, readerSignal: () => readerSignal }
}

const full = new AppError('disk_full', 'The disk is full.')

it('is done when the sound has ended and was read', async () => {
  const { session, sound, reader, story } = setUp()
  sound.resolve()
  reader.resolve()
  await expect(session.over).resolves.toEqual({ outcome: 'done', failure: null })
  expect(story).toEqual(['close'])
})

it('closes the recording only when the stopped source has said its last', async () => {
  const { session, sound, reader, story } = setUp()
  session.stop()
  expect(story).toEqual(['stop'])
  sound.resolve()
  await expect.poll(() => story).toEqual(['stop', 'close'])
  reader.resolve()
  await expect(session.over).resolves.toMatchObject({ outcome: 'done' })
})

it('goes on hearing when a reader fails, and stays to be finished', async () => {
  const { session, sound, reader, story } = setUp()
  reader.reject(full)
  await expect.poll(() => story).toEqual(['warn disk_full'])
  sound.resolve()
  await expect(session.over).resolves.toEqual({ outcome: 'interrupted', failure: full })
})

it('tells lost sound and reads what was heard', async () => {
  const { session, sound, reader, story } = setUp()
  sound.reject(full)
  reader.resolve()
  await expect(session.over).resolves.toEqual({ outcome: 'done', failure: full })
  expect(story).toEqual(['warn disk_full', 'close'])
})

it('tells a bug as one and keeps its text to the log', async () => {
  const { session, sound, reader, bugs } = setUp()
  sound.reject(new TypeError('secret'))
  reader.resolve()
  const { failure } = await session.over
  expect(failure).toMatchObject({
    code: 'internal',
    message: expect.not.stringContaining('secret'),
  })
  expect(bugs).toHaveLength(1)
})

it('leaves at once: readers are stopped, and that is no failure', async () => {
  const { session, sound, story, readerSignal } = setUp()
  session.leave()
  expect(readerSignal()?.aborted).toBe(true)
  sound.resolve()
  await expect(session.over).resolves.toEqual({ outcome: 'interrupted', failure: null })
  expect(story).toEqual(['stop', 'close'])
})

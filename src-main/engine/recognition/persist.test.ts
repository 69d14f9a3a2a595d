import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { persist } from './persist.ts'
import type { Recognizer } from './recognizer.ts'

const crash = () => new AppError('worker_crashed', 'It stopped.')

function setUp(failures: readonly Error[]) {
  const left = [...failures]
  const waits: number[] = []
  const load = async () => {
    const failure = left.shift()
    if (failure) throw failure
    return { family: 'whisper' as const, backend: 'CPU', multilingual: false }
  }
  const recognizer: Pick<Recognizer, 'load'> = { load }
  // Only `load` is called here.
  const persistent = persist(
    recognizer as Recognizer,
    async (ms) => void waits.push(ms),
    () => {},
  )
  return { persistent, waits }
}

it('starts again when the process was lost, each time a little later', async () => {
  const { persistent, waits } = setUp([crash(), crash()])
  await expect(persistent.load('model')).resolves.toMatchObject({
    family: 'whisper',
    backend: 'CPU',
  })
  expect(waits).toEqual([100, 1000])
})

it('gives up after four tries', async () => {
  const { persistent, waits } = setUp([crash(), crash(), crash(), crash()])
  await expect(persistent.load('model')).rejects.toMatchObject({ code: 'worker_crashed' })
  expect(waits).toHaveLength(3)
})

it('does not try again what failed for a reason', async () => {
  const { persistent, waits } = setUp([new AppError('model_broken', 'Broken.')])
  await expect(persistent.load('model')).rejects.toMatchObject({ code: 'model_broken' })
  expect(waits).toEqual([])
})

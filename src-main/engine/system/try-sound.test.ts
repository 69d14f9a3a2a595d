import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { trySound } from './try-sound.ts'

describe('the report about sound', () => {
  it.each([
    ['win32', 'WASAPI'],
    ['linux', 'PulseAudio'],
  ] as const)('on %s names %s where there are devices', async (system, backend) => {
    expect(await trySound(async () => ['microphone'], system)).toEqual({ backend, problem: null })
  })

  it('says that there is no device', async () => {
    const { problem } = await trySound(async () => [], 'linux')
    expect(problem).toMatch(/no sound device/)
  })

  it('says why devices cannot be heard', async () => {
    const list = async () => {
      throw new AppError('source_unavailable', 'The sound server does not answer.')
    }
    const report = await trySound(list, 'linux')
    expect(report).toEqual({ backend: null, problem: 'The sound server does not answer.' })
  })

  it('lets bugs pass as they are', async () => {
    const list = async () => {
      throw new TypeError('x')
    }
    await expect(trySound(list)).rejects.toThrow(TypeError)
  })
})

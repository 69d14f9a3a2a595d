import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { BackendId } from './backend.ts'
import { ladder } from './ladder.ts'
import { persist, restartRules } from './persist.ts'
import { supervisor } from '../runtime/supervisor.ts'
import type { DecodeRequest, Decoding } from './recognizer.ts'
import type { WorkerRecognizer } from './worker-recognizer.ts'

const crash = () => new AppError('worker_crashed', 'It stopped.')

const said: Decoding = {
  segments: [],
  language: 'en',
  promptTokens: [],
  pauses: [],
  aborted: false,
  timings: { encodeMs: 1, decodeMs: 1 },
}
const request: DecodeRequest = {
  modelPath: '/model.bin',
  samples: new Int16Array(16),
  language: 'en',
  style: 'live',
  prompt: '',
  threads: null,
  fullContext: false,
}

/** A process that fails so often in a row; each crash is a loss that the ladder hears of first, as in life. */
function setUp(failures: readonly Error[], choice: readonly BackendId[] = ['cpu']) {
  const left = [...failures]
  const waits: number[] = []
  const given: string[] = []
  const used: BackendId[] = []
  let nowMs = 0
  const supervised = supervisor({ rules: restartRules, steadyMs: () => nowMs, onChanged: () => {} })
  const steps = ladder(
    () => choice,
    () => 0,
    supervised.renewed,
  )
  const lose = (): void => {
    supervised.lost('died')
    steps.lost()
  }
  const work = async <Result>(result: Result): Promise<Result> => {
    used.push(steps.next())
    const failure = left.shift()
    if (!failure) return result
    if (failure instanceof AppError && failure.code === 'worker_crashed') lose()
    throw failure
  }
  const recognizer: Pick<WorkerRecognizer, 'load' | 'decode' | 'giveUp'> = {
    load: () => work({ family: 'whisper' as const, backend: 'CPU', multilingual: false }),
    decode: () => work(said),
    giveUp: ({ kind }) => void given.push(kind),
  }
  const persistent = persist({
    // Nothing else is called here.
    recognizer: recognizer as WorkerRecognizer,
    ladder: steps,
    supervisor: supervised,
    wait: async (ms) => void waits.push(ms),
    onRetry: () => {},
    onLoad: () => {},
  })
  return { persistent, waits, used, given, supervised, pass: (ms: number) => void (nowMs += ms) }
}

describe('a process that is lost', () => {
  it('is started again, each time a little later', async () => {
    const { persistent, waits } = setUp([crash(), crash()])
    await expect(persistent.load('model')).resolves.toMatchObject({ backend: 'CPU' })
    expect(waits).toEqual([100, 1000])
  })

  it('is given up after four tries on the processor', async () => {
    const { persistent, waits } = setUp([crash(), crash(), crash(), crash()])
    await expect(persistent.load('model')).rejects.toMatchObject({ code: 'worker_crashed' })
    expect(waits).toHaveLength(3)
  })

  it('makes room for the next back end at once, with all its tries', async () => {
    const failures = Array.from({ length: 5 }, crash)
    const { persistent, waits, used } = setUp(failures, ['vulkan:0', 'cpu'])
    await expect(persistent.decode(request)).resolves.toBe(said)
    expect(used).toEqual(['vulkan:0', 'vulkan:0', 'cpu', 'cpu', 'cpu', 'cpu'])
    expect(waits).toEqual([100, 0, 100, 1000, 3000])
  })
})

describe('a process that was lost four times in a row', () => {
  it('is left alone, so that whoever asks is answered at once, until its rest is over', async () => {
    const { persistent, used, supervised, pass } = setUp(Array.from({ length: 4 }, crash))
    await expect(persistent.decode(request)).rejects.toMatchObject({ code: 'worker_crashed' })
    await expect(persistent.load('model')).rejects.toThrow(/left alone for a while/)
    expect(used).toHaveLength(4)
    expect(supervised.health()).toEqual({ state: 'paused', why: 'died', restMs: 5_000 })
    pass(5_000)
    await expect(persistent.decode(request)).resolves.toBe(said)
  })

  it('is tried at once when somebody asks for that', async () => {
    const { persistent, supervised } = setUp(Array.from({ length: 4 }, crash))
    await expect(persistent.decode(request)).rejects.toMatchObject({ code: 'worker_crashed' })
    supervised.hurry()
    await expect(persistent.decode(request)).resolves.toBe(said)
  })
})

describe('a failure with a reason', () => {
  it('is not tried again on the processor', async () => {
    const { persistent, waits } = setUp([new AppError('model_broken', 'Broken.')])
    await expect(persistent.load('model')).rejects.toMatchObject({ code: 'model_broken' })
    expect(waits).toEqual([])
  })

  it.each(['model_broken', 'model_mismatch', 'internal'] as const)(
    'on a device (%s) is tried on the next one, because a small or broken one looks the same',
    async (code) => {
      const { persistent, used } = setUp([new AppError(code, 'It fails.')], ['cuda:0', 'cpu'])
      await expect(persistent.decode(request)).resolves.toBe(said)
      expect(used).toEqual(['cuda:0', 'cpu'])
    },
  )

  it('that nobody foresaw is tried again on the processor by another process, for it may lack memory only', async () => {
    const { persistent, given } = setUp([
      new AppError('internal', 'Array buffer allocation failed'),
    ])
    await expect(persistent.decode(request)).resolves.toBe(said)
    expect(given).toEqual(['garbled'])
  })

  it('says that a model is gone whose file is', async () => {
    const gone = new AppError('file_missing', 'There is no file.')
    const { persistent, used } = setUp([gone], ['cuda:0', 'cpu'])
    await expect(persistent.decode(request)).rejects.toMatchObject({ code: 'model_missing' })
    expect(used).toEqual(['cuda:0'])
  })
})

it('answers an abort though the process is gone', async () => {
  const { persistent } = setUp(Array.from({ length: 9 }, crash))
  const stop = new AbortController()
  stop.abort()
  await expect(persistent.decode(request, stop.signal)).resolves.toMatchObject({ aborted: true })
})

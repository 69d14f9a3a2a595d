import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { type Decoding, type State, openRecognition } from './recognition.ts'
import { programFile, runProgram } from './testing/programs.ts'
import { readSound, testModel, wordsOf } from './testing/sounds.ts'
import { wordErrors } from './testing/word-errors.ts'

const textOf = ({ segments }: Decoding) => segments.map((segment) => segment.text).join('')

async function setUp() {
  const recognition = openRecognition({ gpuLibraries: [] })
  const model = await recognition.loadModel(testModel, { gpu: false })
  const states = await Promise.all([model.createState(), model.createState(), model.createState()])
  const [state] = states
  const long = readSound('meeting-60s')
  return { model, states, state, long }
}

async function hears(state: State, name: string): Promise<boolean> {
  const decoding = await state.decode(readSound(name), { language: 'en' })
  return wordErrors(wordsOf(name), textOf(decoding)) === 0
}

describe('states', () => {
  it('share one model and decode side by side without mixing their texts', async () => {
    const { states } = await setUp()
    const names = ['action', 'decision', 'question']
    const heard = await Promise.all(states.map((state, i) => hears(state, names[i] ?? '')))
    expect(heard).toEqual([true, true, true])
  })

  it('leave the event loop free while they decode', async () => {
    const { state, long } = await setUp()
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    const { timings } = await state.decode(long, { language: 'en' })
    clearInterval(ticking)
    // A blocked loop ticks once or not at all in all that time.
    expect(ticks).toBeGreaterThan(timings.encodeMs / 100)
  })

  it('abort what runs when they are freed', async () => {
    const { state, long } = await setUp()
    const decoding = state.decode(long, { language: 'en' })
    await setTimeout(30)
    state.free()
    expect(await decoding).toMatchObject({ aborted: true })
    await expect(state.decode(long)).rejects.toThrow('freed')
    state.free() // twice is harmless
  })

  it('outlive the model that they came from', async () => {
    const { model, state } = await setUp()
    model.free()
    expect(await hears(state, 'question')).toBe(true)
    await expect(model.createState()).rejects.toThrow('freed')
  })
})

describe('other threads and processes', () => {
  it('decode in a worker thread', async () => {
    const worker = new Worker(programFile('say-text.program'))
    const [text] = (await once(worker, 'message')) as [string]
    expect(wordErrors(wordsOf('action'), text)).toBe(0)
    await worker.terminate()
  })

  it('end a worker thread in the middle of a decoding, and this thread goes on', async () => {
    const { state } = await setUp()
    const worker = new Worker(programFile('stay-busy.program'))
    await once(worker, 'message')
    await setTimeout(40)
    await worker.terminate()
    expect(await hears(state, 'question')).toBe(true)
  })

  it('decode in a forked process, which then ends by itself', async () => {
    const { code, messages } = await runProgram('say-text.program')
    expect(code).toBe(0)
    expect(wordErrors(wordsOf('action'), String(messages[0]))).toBe(0)
  })

  it('leave a process cleanly in the middle of a decoding', async () => {
    for (let i = 0; i < 3; i++) {
      expect(await runProgram('stay-busy.program', ['exit'])).toMatchObject({
        code: 0,
        signal: null,
      })
    }
  })

  it('give back the memory of 84 states and their decodings', async () => {
    const { code, messages } = await runProgram('count-memory.program')
    expect(code).toBe(0)
    const rounds = messages as number[]
    // The first rounds warm the allocator up.
    const growth = Math.max(...rounds.slice(-2)) - Math.max(...rounds.slice(1, 3))
    process.stderr.write(
      `resident memory grew by ${growth.toFixed(1)} MB over the last 48 states\n`,
    )
    expect(growth).toBeLessThan(40) // every lost state would be 10 MB or more
  })
})

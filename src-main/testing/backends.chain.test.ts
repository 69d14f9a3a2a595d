import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { BackendId } from '#engine/recognition/backend.ts'
import { backends, type Libraries } from '#engine/recognition/backends.ts'
import { probeClip } from '#engine/recognition/probe-clip.node.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { type Fault, faultyRecognition } from './faulty-recognition.ts'
import { realEngine } from './real-engine.ts'

const program = fileURLToPath(new URL('../..', import.meta.url))
const voiceModel = join(program, 'models/voice/out/silero-v6.bin')
const bothLibraries: Libraries = { build: 'one', gpu: ['vulkan', 'cuda'], unusable: [] }
const silent = { info() {}, warn() {}, bug() {} }

interface Wishes {
  readonly kept?: Map<string, unknown>
  readonly libraries?: Libraries
  readonly drivers?: string
  readonly limitMs?: number
}

/** Real processes that pretend to have cards, and go wrong as told. */
function setUp(faults: readonly Fault[], wishes: Wishes = {}) {
  const { kept = new Map<string, unknown>(), libraries = bothLibraries } = wishes
  const { spawn, started } = faultyRecognition(faults)
  const found = backends({
    libraries: () => libraries,
    drivers: () => wishes.drivers ?? 'driver 1',
    spawn: (backend: BackendId) => spawn(voiceModel, backend),
    clip: () => probeClip(program),
    settings: { read: (key) => kept.get(key) ?? null, write: (key, value) => kept.set(key, value) },
    chosen: null,
    later: systemClock.later,
    steadyMs: () => performance.now(),
    limitMs: wishes.limitMs ?? 60_000,
    log: silent,
  })
  onTestFinished(() => found[Symbol.asyncDispose]())
  return { found, started, kept }
}

const of = (pattern: RegExp) => ({ state: 'disabled', reason: expect.stringMatching(pattern) })

describe('a back end that is tried', () => {
  it('is disabled, with the reason, when it calculates nonsense or ends its process', async () => {
    const { found } = setUp([
      { does: 'mumble', when: 1, on: 'vulkan' },
      { does: 'die', when: 1, on: 'cuda' },
    ])
    expect((await found.probe(false)).backends).toMatchObject([
      { id: 'vulkan:0', ...of(/other words than the processor/) },
      { id: 'cuda:0', ...of(/ended its process while it decoded/) },
      { id: 'cpu', state: 'usable' },
    ])
    expect(found.choice()).toEqual(['cpu'])
  })

  it('is disabled when it has too little memory, or its library ends the process', async () => {
    const { found } = setUp([
      { does: 'refuse', when: 'loading', on: 'vulkan' },
      { does: 'die', when: 'opening', on: 'cuda' },
    ])
    expect((await found.probe(false)).backends).toMatchObject([
      { id: 'vulkan:0', ...of(/not enough memory/) },
      { id: 'cpu', state: 'usable' },
      { id: 'cuda', ...of(/ended its process while its library was loaded/) },
    ])
  })

  it('is disabled when its process stands still or says nonsense, and that is ended', async () => {
    const faults: readonly Fault[] = [
      { does: 'freeze', when: 'opening', on: 'vulkan' },
      { does: 'babble', when: 'opening', on: 'cuda' },
    ]
    const { found } = setUp(faults, { limitMs: 4_000 })
    expect((await found.probe(false)).backends).toMatchObject([
      { id: 'cpu', state: 'usable' },
      { id: 'vulkan', ...of(/while its library was loaded \(no answer for 4 s\)/) },
      { id: 'cuda', ...of(/nobody understands/) },
    ])
  })
})

it('uses the fastest that works, knows it after a restart, and tries again when a driver changes', async () => {
  const faults: readonly Fault[] = [{ does: 'die', when: 2, on: 'cuda' }]
  const { found, kept } = setUp(faults)
  expect(found.choice()).toEqual(['cpu'])
  await found.probe(false)
  expect(found.choice()).toEqual(['vulkan:0', 'cpu'])

  const next = setUp(faults, { kept })
  expect(next.found.choice()).toEqual(['vulkan:0', 'cpu'])
  const { backends: known } = await next.found.probe(false)
  expect(known.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'vulkan:0 usable',
    'cuda:0 disabled',
    'cpu usable',
  ])
  // Asked which devices there are, and not for text.
  expect(next.started.toSorted()).toEqual(['cuda:0', 'vulkan:0'])

  const updated = setUp([], { kept, drivers: 'driver 2' })
  expect(updated.found.choice()).toEqual(['cpu'])
  await updated.found.probe(false)
  expect(updated.found.choice().toSorted()).toEqual(['cpu', 'cuda:0', 'vulkan:0'])
})

it('ends a probe at once when the program does', async () => {
  const { found, kept } = setUp([{ does: 'hang', when: 1, on: 'all' }])
  const probing = found.probe(false)
  await Promise.all([
    expect(probing).rejects.toMatchObject({ code: 'cancelled' }),
    found[Symbol.asyncDispose](),
  ])
  expect(kept.size).toBe(0)
})

describe('the report', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('says where a model really runs, and why it does not run elsewhere', async () => {
    vi.stubEnv('RTSTT_BACKEND', '')
    const { spawn } = faultyRecognition([{ does: 'die', when: 'opening', on: 'cuda' }])
    await using engine = await realEngine({
      spawnRecognition: spawn,
      libraries: () => bothLibraries,
    })
    const inUse = async () => {
      const { recognition } = await engine.api['system.describe']({})
      const { backends: told } = recognition
      return told.map((one) => `${one.id} ${one.state}${one.inUse ? ', in use' : ''}`)
    }
    await engine.api['backend.probe']({ again: false })
    expect(await inUse()).toEqual(['vulkan:0 usable, in use', 'cpu usable', 'cuda disabled'])
  })
})

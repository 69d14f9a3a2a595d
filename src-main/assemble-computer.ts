/** Puts together what measures this computer. */
import { readFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { isDecodable } from '#engine/model-files/choose-model.ts'
import type { ModelFiles } from '#engine/model-files/model-files.ts'
import type { Keeping } from '#engine/parts.ts'
import { type Computer, computer } from '#engine/performance/measure-computer.ts'
import type { Backends } from '#engine/recognition/backends.ts'
import { probeClip } from '#engine/recognition/probe-clip.node.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import type { Recognition } from './assemble-recognition.ts'

interface World {
  /** The folder with the program's own files. */
  readonly program: string
  readonly keeping: Pick<Keeping, 'store'>
  readonly modelFiles: Pick<ModelFiles, 'list'>
  readonly found: Pick<Backends, 'choice' | 'nameOf'>
  readonly measure: Recognition['measure']
}

const samplesPerMs = 16

export function assembleComputer({
  program,
  keeping,
  modelFiles,
  found,
  measure,
}: World): Computer {
  const load = async () => {
    const { samples } = await probeClip(program)
    const text = await readFile(join(program, 'resources/samples/four-sentences.txt'), 'utf8')
    return { samples, text, ms: Math.round(samples.length / samplesPerMs), language: 'en' }
  }
  return computer({
    now: systemClock.now,
    listModels: modelFiles.list,
    listBackends: async () =>
      [...new Set(found.choice())].map((id) => ({ id, name: found.nameOf(id) })),
    isDecodable: ({ runtime }) => isDecodable(runtime),
    loadClip: load,
    decodeClip: (backend, modelPath, { samples, language }) =>
      measure(backend, { modelPath, samples, language }),
    machine: () => ({
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
    }),
    settings: keeping.store.settings,
  })
}

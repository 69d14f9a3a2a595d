/** The models folder with everything that can be done to it. */
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '#contract/errors.ts'
import type { Model } from '#contract/model.ts'
import type { Network } from '../network/network.ts'
import { addModel } from './add-model.node.ts'
import type { Catalog } from './catalog.ts'
import { chooseModel } from './choose-model.ts'
import { onDisk } from './disk-failure.ts'
import type { Wait } from './download.node.ts'
import { freeBytes, type FreeBytes } from './free-space.node.ts'
import { fitOf, type Machine } from './machine.ts'
import type { FoundModel, ModelFiles, PullOptions } from './model-files.ts'
import { modelShelf, sizeOf, type Shelf, type Shelved } from './model-shelf.node.ts'
import { pins as openPins, type Pins } from './pins.node.ts'
import { pullModel, type Pulling } from './pull-model.node.ts'
import { sniffFile } from './read-head.node.ts'
import { recommendModels } from './recommend-models.ts'
import { sharePulls, type SharedPulls } from './share-pulls.ts'
import type { Environment } from './sources.ts'
import { tellProgress } from './tell-progress.ts'
import { memoryAndCores } from './this-machine.node.ts'
import { verifyModels } from './verify-models.node.ts'
import { vouchFor } from './vouch-for-model.node.ts'

export interface ModelFilesOptions {
  /** Where fetched and added models are kept. Made when first needed. */
  readonly folder: string
  /** Holds `models/` as it came with the program. */
  readonly bundledFolder: string
  readonly catalog: Catalog
  /** Read for proxies, `HF_TOKEN` and `RTSTT_MODEL_MIRROR`. */
  readonly env: Environment
  readonly log?: { info(event: string, fields: Readonly<Record<string, string | number>>): void }
  readonly wait?: Wait
  readonly now?: () => number
  readonly freeBytes?: FreeBytes
  /** A connection that is silent for so long is given up. */
  readonly idleMs?: number
  /** Asked before anything is fetched. The default opens nothing, so that only this computer can be reached. */
  readonly network?: Pick<Network, 'open' | 'requireHere'>
  /** What models have to share; asked anew each time. The default knows of no GPU. */
  readonly machine?: () => Machine
}

interface Workshop {
  readonly shelf: Shelf
  readonly pins: Pins
  readonly pulls: SharedPulls<Model>
  readonly pulling: Pulling
  readonly options: ModelFilesOptions
}

const nothingElsewhere = { open: () => ({ [Symbol.dispose]() {} }), requireHere() {} }

/** The model files of this computer, over a real folder and the real network. */
export function createModelFiles(options: ModelFilesOptions): ModelFiles {
  const { folder, catalog, env } = options
  const pins = openPins(resolve(folder, 'pins.json'))
  const shelf = modelShelf(options, catalog, pins)
  const free = options.freeBytes ?? freeBytes
  const network = options.network ?? nothingElsewhere
  const pulling: Pulling = {
    env,
    pins,
    freeBytes: free,
    wait: options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal })),
    now: options.now ?? Date.now,
    idleMs: options.idleMs ?? 30_000,
    network,
  }
  const workshop: Workshop = { shelf, pins, pulls: sharePulls(), pulling, options }

  return {
    list: () => suited(workshop),
    find: (idOrPath) => find(workshop, idOrPath),
    async preferred(setting = null) {
      const models = (await shelf.all()).map(({ model }) => model)
      const chosen = chooseModel(models, setting)
      return chosen && toFound(workshop, await known(shelf, chosen.id))
    },
    pull: (id, wishes) => pull(workshop, id, wishes),
    verify: () => verifyModels(shelf),
    async add(path) {
      network.requireHere(path)
      const id = await addModel({ pins, shelf, freeBytes: free }, resolve(path))
      return suitedModel(workshop, id)
    },
    remove: (id) => remove(workshop, id),
  }
}

/** Which runtime reads a file of a format, as the catalogue names it. */
const runtimes = {
  whisper: 'whisper.cpp',
  parakeet: 'whisper.cpp (parakeet)',
  voice: 'whisper.cpp',
  gguf: 'llama.cpp',
  other: 'unknown',
} as const

async function find(workshop: Workshop, idOrPath: string): Promise<FoundModel | null> {
  const shelved = await workshop.shelf.byId(idOrPath)
  if (shelved) return toFound(workshop, shelved)
  const path = resolve(idOrPath)
  if ((await sizeOf(path)) === null) return null
  const sniffed = await sniffFile(path)
  const knowsOne = 'multilingual' in sniffed && !sniffed.multilingual
  return { id: path, path, runtime: runtimes[sniffed.format], languages: knowsOne ? ['en'] : [] }
}

async function toFound({ pins }: Workshop, shelved: Shelved): Promise<FoundModel | null> {
  const { id, path, runtime, languages } = shelved.model
  if (path === null) return null
  await vouchFor(pins, shelved)
  return { id, path, runtime, languages }
}

async function pull(workshop: Workshop, id: string, wishes: PullOptions): Promise<Model> {
  const { shelf, pulls, pulling, options } = workshop
  const shelved = await known(shelf, id)
  const entry = options.catalog.get(id)
  // What came with the program or from a person has no address to be fetched from.
  if (entry?.origin !== 'catalog') return presentOrRefuse(shelved)
  return pulls.join(id, wishes, async (signal, tell) => {
    const startedAt = pulling.now()
    await pullModel(pulling, { entry, shelved, signal, tell: tellProgress(tell, pulling.now) })
    options.log?.info('model.pulled', { id, ms: pulling.now() - startedAt })
    return suitedModel(workshop, id)
  })
}

/** All models, each with how it suits this machine. */
async function suited({ shelf, options }: Workshop): Promise<Model[]> {
  const machine = options.machine?.() ?? { ...memoryAndCores(), ...withoutGpu }
  const shelved = await shelf.all()
  const recommended = recommendModels(shelved, machine)
  return shelved.map(({ model }) => ({
    ...model,
    fit: fitOf(model.memoryBytes, machine),
    recommended: recommended.has(model.id),
  }))
}

const withoutGpu = { gpu: false, gpuBytes: null, languages: [] } as const

async function suitedModel(workshop: Workshop, id: string): Promise<Model> {
  const model = (await suited(workshop)).find((one) => one.id === id)
  return model ?? (await known(workshop.shelf, id)).model
}

function presentOrRefuse({ model }: Shelved): Model {
  if (model.state === 'present') return model
  const remedy =
    model.origin === 'bundled'
      ? 'Install RTSTT again.'
      : 'Add the file again: rtstt models add FILE'
  throw new AppError('model_missing', `The file of ${model.name} is gone. ${remedy}`)
}

async function remove({ shelf, pins, pulls }: Workshop, id: string): Promise<void> {
  const { model } = await known(shelf, id)
  if (model.origin === 'bundled') {
    throw new AppError('invalid_input', `${model.name} comes with RTSTT and stays with it.`)
  }
  if (pulls.isRunning(id)) {
    throw new AppError('invalid_input', `${model.name} is being fetched. Stop that first.`)
  }
  if (model.origin === 'catalog' && model.state === 'absent') {
    throw new AppError('not_found', `${model.name} is not on this computer.`)
  }
  await onDisk(() => rm(shelf.folderOf(id), { recursive: true, force: true, maxRetries: 5 }))
  await pins.change((pinned) => ({
    ...pinned,
    fetched: without(pinned.fetched, id),
    own: without(pinned.own, id),
  }))
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  id: string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))
}

async function known(shelf: Shelf, id: string): Promise<Shelved> {
  const shelved = await shelf.byId(id)
  if (shelved) return shelved
  throw new AppError('not_found', `There is no model ${id}. See all with: rtstt models list`)
}

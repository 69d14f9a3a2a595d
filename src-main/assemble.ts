/** Puts the real parts together. The only file that names them all. */
import { randomUUID } from 'node:crypto'
import { availableParallelism, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openFileSource } from '#engine/audio/file-source.ts'
import { openAddon, soundSystem } from '#engine/capture/capture.native.ts'
import { openDeviceSource } from '#engine/capture/device-source.ts'
import { steadyMs } from '#engine/capture/steady-ms.ts'
import { createEngine, type Engine } from '#engine/engine.ts'
import { chosenLanguageModel } from '#engine/language-choice.ts'
import { folderUploads } from '#engine/library/uploads.node.ts'
import { loadCatalog } from '#engine/model-files/catalog.node.ts'
import type { Catalog } from '#engine/model-files/catalog.ts'
import { hostsOfAll } from '#engine/model-files/hosts.ts'
import { createModelFiles } from '#engine/model-files/model-files.node.ts'
import { memoryAndCores } from '#engine/model-files/this-machine.node.ts'
import { attemptLog } from '#engine/network/attempt-log.node.ts'
import { guard } from '#engine/network/guard.node.ts'
import type { Network } from '#engine/network/network.ts'
import { openNetwork } from '#engine/network/open-network.ts'
import type { Keeping, Parts } from '#engine/parts.ts'
import { followGraphics } from '#engine/performance/graphics-usage.node.ts'
import { usageMeter } from '#engine/performance/usage-meter.ts'
import { lanesFor } from '#engine/recognition/decode-options.ts'
import { forFaces } from '#engine/recognition/found-backends.ts'
import { liveRules } from '#engine/recognition/live-rules.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { fileLog, type Log } from '#engine/runtime/log.ts'
import { ownUsage } from '#engine/runtime/usage.ts'
import { loadLanguageIdentifier } from '#engine/spoken-language/identify-language.ts'
import { chosenSettings } from '#engine/settings-commands.ts'
import { keptFiles } from '#engine/storage/kept-files.node.ts'
import { ownTemplateFiles } from '#engine/summary/own-templates.node.ts'
import { templateFiles } from '#engine/summary/template-files.node.ts'
import { describeSystem } from '#engine/system/describe.ts'
import manifest from '../package.json' with { type: 'json' }
import { assembleLanguage, type LanguageOptions } from './assemble-language.ts'
import { assembleRecognition, type RecognitionOptions } from './assemble-recognition.ts'
import { assembleComputer } from './assemble-computer.ts'
import { isClaimed, type KeepingWishes, openKeeping, openScratch } from './assemble-keeping.ts'
import { dataFolder } from './data-folder.ts'

export interface AssembleOptions
  extends RecognitionOptions, LanguageOptions, Omit<KeepingWishes, 'folder' | 'mode' | 'log'> {
  /** Null: the folder of the operating system's choice, or RTSTT_DATA. */
  readonly dataFolder: string | null
  /** Reaches nothing beyond this computer, whatever the settings say; RTSTT_OFFLINE says the same. */
  readonly offline?: boolean
  /** `read` is content with a data folder that cannot be written. */
  readonly mode?: 'write' | 'read'
  /** The program's own files: models/ and resources/. */
  readonly programFolder?: string
  /** Puts something in front of a part, such as what counts or delays its calls; for benches and tests. */
  readonly adapt?: (parts: Parts) => Parts
  /** What can be listened to; the default is files and the devices of this computer. */
  readonly sound?: Sound
}

type Sound = Pick<Parts, 'devices' | 'openSource'>

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export async function assemble(options: AssembleOptions): Promise<Engine> {
  const data = dataFolder(options.dataFolder)
  const program = options.programFolder ?? here('..')
  const log = fileLog(join(data, 'logs', 'rtstt.log'))
  const mode = options.mode ?? 'write'
  const { keeping, lock, backups, damage } = await openKeeping({
    ...options,
    folder: data,
    mode,
    log,
  })
  const catalog = await loadCatalog(program)
  const network = networkHere(options, { data, keeping, catalog })
  const sound = options.sound ?? soundHere(program, log, network)
  const usage = usageMeter(ownUsage)
  const { recognizer, found, measure } = assembleRecognition(options, {
    program,
    keeping,
    mode,
    log,
    attempted: (attempt) => network.note({ ...attempt, by: 'recognition' }),
    used: (used) => usage.heard('recognition', used),
  })
  const languageModel = assembleLanguage(options, {
    program,
    found,
    log,
    attempted: (attempt) => network.note({ ...attempt, by: 'language' }),
    used: (used) => usage.heard('language', used),
  })
  const modelFiles = createModelFiles({
    folder: join(data, 'models'),
    bundledFolder: program,
    catalog,
    env: process.env,
    network,
    log,
    machine: () => {
      const gpu = found.gpu()
      return {
        ...memoryAndCores(),
        gpu: gpu !== null,
        gpuBytes: gpu?.totalMemoryBytes ?? null,
        languages: languagesOf(keeping.store.meetings.languages()),
      }
    },
  })
  const parts: Parts = {
    clock: systemClock,
    log,
    newId: randomUUID,
    keeping,
    lock,
    backups,
    damage,
    openScratch,
    ...sound,
    recognizer,
    languageModel,
    uploads: folderUploads(join(data, 'uploads')),
    readTemplates: templateFiles(join(program, 'resources', 'templates'), join(data, 'templates')),
    ownTemplates: ownTemplateFiles(join(data, 'templates')),
    liveRules,
    fileLanes: lanesFor(availableParallelism()),
    modelFiles,
    network,
    keptFiles: keptFiles({
      folder: data,
      temporary: tmpdir(),
      nowMs: systemClock.now,
      isClaimed,
    }),
    probeBackends: async (again) => (await found.probe(again)).backends.map(forFaces),
    loadLanguageIdentifier,
    usage,
    followGraphics,
    computer: assembleComputer({ program, keeping, modelFiles, found, measure }),
    describeSystem: () =>
      describeSystem({
        rtsttVersion: manifest.version,
        data,
        store: keeping.store,
        recognizer,
        backends: found,
        modelFiles: {
          list: modelFiles.list,
          preferred: () => modelFiles.preferred(chosenSettings(keeping.store.settings).speechModel),
        },
        languageModel,
        chosenModel: (kind) => chosenLanguageModel({ modelFiles, keeping }, kind, null),
        devices: sound.devices,
      }),
  }
  return createEngine(options.adapt?.(parts) ?? parts)
}

function networkHere(
  { offline = false }: AssembleOptions,
  {
    data,
    keeping,
    catalog,
  }: Record<'data', string> & Record<'keeping', Keeping> & Record<'catalog', Catalog>,
): Network {
  return openNetwork({
    guard,
    log: attemptLog(join(data, 'logs', 'network.jsonl')),
    forced: offline || isSet(process.env['RTSTT_OFFLINE']),
    isOffBySetting: () => chosenSettings(keeping.store.settings).network === 'off',
    hosts: hostsOfAll(catalog, process.env),
    every: systemClock.every,
  })
}

function isSet(flag: string | undefined): boolean {
  return flag !== undefined && flag !== '' && flag !== '0'
}

/** What this user reads by the system's choice, and what was spoken in the meetings that are kept. */
function languagesOf(heard: readonly string[]): string[] {
  const [own = 'en'] = Intl.DateTimeFormat().resolvedOptions().locale.split('-')
  return [...new Set([own, ...heard.filter((code) => code !== 'auto')])]
}

const sampleMeeting = join('resources', 'samples', 'meeting-45s-stereo-48k.wav')

function soundHere(program: string, log: Log, network: Pick<Network, 'requireHere'>): Sound {
  const system = soundSystem(openAddon, (error) => log.bug('devices.unknown', error))
  return {
    devices: { list: system.listDevices, watch: system.watchDevices },
    async openSource(choice) {
      if (choice.kind === 'file') {
        network.requireHere(choice.path)
        return openFileSource(choice.path, choice)
      }
      if (choice.kind === 'sample')
        return openFileSource(join(program, sampleMeeting), { pace: 'real', channels: 'split' })
      return openDeviceSource(choice, {
        openCapture: system.open,
        clock: systemClock,
        steadyMs,
        uptimeMs: () => uptime() * 1000,
        log,
      })
    },
  }
}

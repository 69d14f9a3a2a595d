import { AppError } from '#contract/errors.ts'
import type { Backend, SystemReport } from '#contract/system.ts'

type Reported = SystemReport['recognition']
type Device = Reported['devices'][number]
type Unusable = Reported['unusable'][number]

export interface RecognitionAsked {
  readonly recognizer: {
    report(): Promise<{
      readonly cpuLevel: string
      readonly ggmlVersion: string
      readonly whisperVersion: string
      readonly devices: readonly Device[]
    }>
    load(modelPath: string): Promise<{ readonly backend: string }>
  }
  readonly backends: { list(): Promise<FoundBackends> }
}

interface FoundBackends {
  readonly backends: ReadonlyArray<
    Backend & {
      /** As a loaded model names the device it runs on. */
      readonly inReports: string | null
    }
  >
  /** Those of the GPU libraries. */
  readonly devices: readonly Device[]
  readonly unusable: readonly Unusable[]
}

interface Tried {
  readonly whisper: string | null
  readonly ggml: string | null
  readonly report: Reported
}

/** Whether speech can be recognised here, and where: the libraries are asked and the model is opened. */
export async function tryRecognition(
  { recognizer, backends }: RecognitionAsked,
  modelPath: string | null,
  modelProblem: string | null,
): Promise<Tried> {
  const found = await backends.list()
  const rest = { cpuLevel: null, devices: [], backends: [], unusable: [...found.unusable] }
  try {
    const { cpuLevel, devices, whisperVersion, ggmlVersion } = await recognizer.report()
    const tried =
      modelProblem === null
        ? await tryModel(recognizer, modelPath)
        : { backendInUse: null, problem: modelProblem }
    const report: Reported = {
      ...rest,
      ...tried,
      cpuLevel,
      available: tried.problem === null,
      devices: [...devices.filter(({ type }) => type === 'cpu'), ...found.devices.map(asDevice)],
      backends: found.backends.map((backend) => told(backend, tried.backendInUse)),
    }
    return { whisper: whisperVersion, ggml: ggmlVersion, report }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const report = { ...rest, available: false, backendInUse: null, problem: error.message }
    return { whisper: null, ggml: null, report }
  }
}

async function tryModel(recognizer: RecognitionAsked['recognizer'], modelPath: string | null) {
  if (modelPath === null) return { backendInUse: null, problem: 'There is no speech model yet.' }
  try {
    return { backendInUse: (await recognizer.load(modelPath)).backend, problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { backendInUse: null, problem: error.message }
  }
}

function asDevice({ name, description, type, totalMemoryBytes }: Device): Device {
  return { name, description, type, totalMemoryBytes }
}

function told(
  { inReports, ...backend }: FoundBackends['backends'][number],
  inUse: string | null,
): Reported['backends'][number] {
  return { ...backend, inUse: inReports !== null && inReports === inUse }
}

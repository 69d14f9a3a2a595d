/** What is known of the back ends, told in words for people. */
import type { Backend } from '#contract/system.ts'
import { backendOf, type GpuKind, processor } from './backend.ts'
import { isWorthwhile, type KnownDevice } from './rank-backends.ts'

export interface LibraryProblem {
  readonly kind: GpuKind
  readonly library: string
  readonly reason: string
}

export interface FoundBackend {
  /** A library that offers no device goes by its name alone. */
  readonly id: string
  /** For people. */
  readonly name: string
  /** As a loaded model names the device it runs on. */
  readonly inReports: string | null
  readonly state: 'usable' | 'disabled' | 'unprobed'
  readonly reason: string | null
  readonly speed: number | null
}

export interface Found {
  readonly backends: readonly FoundBackend[]
  readonly devices: readonly KnownDevice[]
  readonly unusable: ReadonlyArray<{ readonly library: string; readonly reason: string }>
}

/** As the contract tells it. */
export function forFaces({ inReports: _, ...backend }: FoundBackend): Backend {
  return backend
}

export const libraryNames: Readonly<Record<GpuKind, string>> = { vulkan: 'Vulkan', cuda: 'CUDA' }

const own: FoundBackend = {
  id: processor,
  name: 'Processor',
  inReports: 'CPU',
  state: 'usable',
  reason: null,
  speed: 1,
}

export function found(devices: readonly KnownDevice[], problems: readonly LibraryProblem[]): Found {
  return {
    backends: [...devices.map(described), own, ...problems.map(broken)],
    devices,
    unusable: problems.map(({ library, reason }) => ({ library, reason })),
  }
}

function broken({ kind, reason }: LibraryProblem): FoundBackend {
  return {
    id: kind,
    name: libraryNames[kind],
    inReports: null,
    state: 'disabled',
    reason: inSentence(reason),
    speed: null,
  }
}

/** Libraries and systems give their reasons as they like. */
function inSentence(reason: string): string {
  const whole = /^it /i.test(reason) ? `I${reason.slice(1)}` : `It cannot be used: ${reason}`
  return whole.endsWith('.') ? whole : `${whole}.`
}

function described(device: KnownDevice): FoundBackend {
  const { id, verdict } = device
  const inReports = `${device.name} (${device.description})`
  const base = { id, name: nameOf(device), inReports, reason: null, speed: null }
  if (verdict === null) return { ...base, state: 'unprobed' }
  if (verdict.state === 'disabled') return { ...base, ...verdict }
  const reason = isWorthwhile(verdict)
    ? null
    : 'It was slower than the processor, so it is not used.'
  return { ...base, ...verdict, reason }
}

export function nameOf({ id, description }: KnownDevice): string {
  const backend = backendOf(id)
  return backend && backend.kind !== 'cpu'
    ? `${description} (${libraryNames[backend.kind]})`
    : description
}

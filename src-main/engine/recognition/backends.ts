/**
 * The back ends of this computer: which there are, which of them can be trusted, and which is to be used.
 *
 * A driver may end the process, hang, run out of memory or calculate nonsense. So each device of each library decodes
 * a bundled clip in a process of its own, and what it understood is compared with the processor's text.
 */
import type { Log } from '../runtime/log.ts'
import { type BackendId, type GpuKind, idOf, processor } from './backend.ts'
import { judge, sentenceOf } from './judge-backend.ts'
import { type Found, found, libraryNames, type LibraryProblem, nameOf } from './found-backends.ts'
import { type KeptSettings, readKept, writeKept } from './kept-backends.ts'
import { type KnownDevice, rank } from './rank-backends.ts'
import { askLibrary, type Clip, tryBackend, type TrialParts } from './try-backend.ts'

/** What is installed, found without loading it. */
export interface Libraries {
  /** Changes with everything the addon is made from. */
  readonly build: string | null
  readonly gpu: readonly GpuKind[]
  readonly unusable: ReadonlyArray<LibraryProblem>
}

export interface Backends extends AsyncDisposable {
  /** To be used in this order, as far as is known now; the processor is the last. Loads nothing. */
  choice(): readonly BackendId[]
  nameOf(id: BackendId): string
  /** The device of a GPU that is used first, as far as is known now, and its memory; null: the processor is. */
  gpu(): { readonly totalMemoryBytes: number | null } | null
  /** Whether everything that was found the last time was tried, and still counts. */
  isKnown(): boolean
  /** Asks the libraries which devices there are, and tells what is known of them. */
  list(): Promise<Found>
  /** Tries what was not tried yet, or everything `again`, and keeps what it finds. */
  probe(again: boolean): Promise<Found>
}

interface Parts extends Omit<TrialParts, 'signal'> {
  readonly libraries: () => Libraries
  /** Changes with the graphics drivers. */
  readonly drivers: () => string
  readonly clip: () => Promise<Clip>
  readonly settings: KeptSettings
  /** Chosen by a person, who is not contradicted; null: by the probe. */
  readonly chosen: BackendId | null
  readonly log: Log
}

interface Survey {
  readonly basis: string
  readonly devices: readonly KnownDevice[]
  readonly problems: readonly LibraryProblem[]
}

export function backends(parts: Parts): Backends {
  const { settings, log } = parts
  const closing = new AbortController()
  const trialParts: TrialParts = { ...parts, signal: closing.signal }
  let busy: Promise<unknown> = Promise.resolve()

  const basisNow = (): string => `${parts.libraries().build} ${parts.drivers()}`
  const known = (): readonly KnownDevice[] => readKept(settings, basisNow()) ?? []

  async function survey(): Promise<Survey> {
    const { gpu, unusable } = parts.libraries()
    const asked: Array<Awaited<ReturnType<typeof devicesOf>>> = []
    // One at a time: whoever starts the processes allows few at once.
    for (const kind of gpu) asked.push(await devicesOf(kind, trialParts))
    const before = known()
    const devices = asked
      .flatMap((library) => library.devices)
      .map((device) => before.find((one) => isSame(one, device)) ?? device)
    const problems = [...unusable, ...asked.flatMap(({ problem }) => problem ?? [])]
    return { basis: basisNow(), devices, problems }
  }

  async function probe(again: boolean): Promise<Found> {
    // Whoever chose needs no verdict.
    if (parts.chosen && !again) return found(known(), [])
    const { basis, devices, problems } = await survey()
    const tried = new Map(devices.map((device) => [device.id, device]))
    const untried = devices.filter(({ verdict }) => again || verdict === null)
    if (untried.length > 0) {
      const clip = await parts.clip()
      const yardstick = await tryBackend(processor, clip, trialParts)
      if (yardstick.kind !== 'decoded') {
        log.warn('backends.unprobed', { trial: yardstick.kind, stage: yardstick.stage })
        return found(devices, problems)
      }
      for (const device of untried) {
        const verdict = judge(await tryBackend(device.id, clip, trialParts), yardstick)
        log.info('backend.probed', { backend: device.id, ...verdict })
        tried.set(device.id, { ...device, verdict })
        // Kept at once: a probe that is cut short begins with the next device.
        writeKept(settings, basis, [...tried.values()])
      }
    }
    writeKept(settings, basis, [...tried.values()])
    return found([...tried.values()], problems)
  }

  /** One after the other: two at once would slow each other down, and be judged for it. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = busy.then(work)
    busy = result.catch(() => {})
    return result
  }

  return {
    choice: () => (parts.chosen ? [parts.chosen, processor] : rank(known())),
    nameOf(id) {
      const device = known().find((one) => one.id === id)
      return device ? nameOf(device) : id === processor ? 'the processor' : id
    },
    gpu() {
      const [first = processor] = parts.chosen ? [parts.chosen] : rank(known())
      if (first === processor) return null
      const device = known().find(({ id }) => id === first)
      return { totalMemoryBytes: device?.totalMemoryBytes ?? null }
    },
    isKnown() {
      const kept = readKept(settings, basisNow())
      return kept !== null && kept.every(({ verdict }) => verdict !== null)
    },
    list: () =>
      inTurn(async () => {
        const { devices, problems } = await survey()
        return found(devices, problems)
      }),
    probe: (again) => inTurn(() => probe(again)),
    async [Symbol.asyncDispose]() {
      closing.abort()
      await busy
    },
  }
}

async function devicesOf(
  kind: GpuKind,
  parts: TrialParts,
): Promise<{ devices: readonly KnownDevice[]; problem: LibraryProblem | null }> {
  const answer = await askLibrary(kind, parts)
  if ('kind' in answer)
    return {
      devices: [],
      problem: { kind, library: libraryNames[kind], reason: sentenceOf(answer) },
    }
  const [problem] = answer.unusable
  const devices = answer.devices
    .filter(({ type }) => type === 'gpu' || type === 'integrated-gpu')
    .map((device, index) => ({
      id: idOf({ kind, device: index }),
      name: device.name,
      description: device.description,
      type: device.type,
      totalMemoryBytes: device.totalMemoryBytes,
      verdict: null,
    }))
  return { devices, problem: problem ? { kind, ...problem } : null }
}

function isSame(a: KnownDevice, b: KnownDevice): boolean {
  return a.id === b.id && a.name === b.name && a.description === b.description
}

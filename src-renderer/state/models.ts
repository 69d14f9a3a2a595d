/** The models that the engine knows, which of them are used, and how far those have come that are being fetched. */
import type { CommandOutput } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Model } from '#contract/model.ts'

export interface Pull {
  readonly phase: 'starting' | 'fetching' | 'waiting' | 'checking'
  readonly receivedBytes: number
  readonly totalBytes: number | null
  readonly bytesPerSecond: number | null
  /** What the speed is measured from. */
  readonly since: { readonly atMs: number; readonly receivedBytes: number } | null
}

export interface KnownModels {
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly models: readonly Model[]
  readonly inUse: CommandOutput<'model.inUse'> | null
  readonly pulls: Readonly<Record<string, Pull>>
  /** Why the last thing that was asked of a model did not work. */
  readonly problems: Readonly<Record<string, string>>
}

export const unreadModels: KnownModels = {
  phase: 'unread',
  models: [],
  inUse: null,
  pulls: {},
  problems: {},
}

/** A speed is measured over at least so long, or it would flutter. */
const measureMs = 1_000
/** How much of the speed before stays in the speed now. */
const inertia = 0.6

export function applyToModels(known: KnownModels, event: EngineEvent, nowMs: number): KnownModels {
  switch (event.type) {
    case 'models.changed':
      return { ...known, phase: known.phase === 'whole' ? 'unread' : known.phase }
    case 'settings.changed':
      // Another one may be in use.
      return { ...known, phase: known.phase === 'whole' ? 'unread' : known.phase }
    case 'model.progressed': {
      const { modelId, phase, receivedBytes, totalBytes } = event
      const before = known.pulls[modelId]
      const pull = withSpeed(before, { phase, receivedBytes, totalBytes }, nowMs)
      return { ...known, pulls: { ...known.pulls, [modelId]: pull } }
    }
    default:
      return known
  }
}

function withSpeed(
  before: Pull | undefined,
  now: Pick<Pull, 'phase' | 'receivedBytes' | 'totalBytes'>,
  nowMs: number,
): Pull {
  const fresh = {
    ...now,
    bytesPerSecond: null,
    since: { atMs: nowMs, receivedBytes: now.receivedBytes },
  }
  const since = before?.since
  // What was here before the first news was not fetched just now; after a pause it begins anew.
  if (!before || !since || now.phase !== 'fetching' || before.phase === 'waiting') return fresh
  const elapsedMs = nowMs - since.atMs
  if (elapsedMs < measureMs) return { ...now, bytesPerSecond: before.bytesPerSecond, since }
  const speed = ((now.receivedBytes - since.receivedBytes) * 1000) / elapsedMs
  const smoothed =
    before.bytesPerSecond === null ? speed : before.bytesPerSecond * inertia + speed * (1 - inertia)
  return { ...fresh, bytesPerSecond: Math.max(0, smoothed) }
}

/** Null where nobody can say. */
export function secondsLeft({ receivedBytes, totalBytes, bytesPerSecond }: Pull): number | null {
  if (totalBytes === null || bytesPerSecond === null || bytesPerSecond < 1) return null
  return Math.ceil(Math.max(0, totalBytes - receivedBytes) / bytesPerSecond)
}

export function pullBegan(known: KnownModels, modelId: string): KnownModels {
  const { [modelId]: _, ...problems } = known.problems
  const begun = { phase: 'starting', receivedBytes: 0, totalBytes: null } as const
  const pull: Pull = { ...begun, bytesPerSecond: null, since: null }
  return { ...known, problems, pulls: { [modelId]: pull, ...known.pulls } }
}

/** `problem`: why it ended before it was whole; null where it did not, or somebody wanted that. */
export function pullEnded(
  known: KnownModels,
  modelId: string,
  problem: string | null,
): KnownModels {
  const { [modelId]: _, ...pulls } = known.pulls
  const { [modelId]: __, ...problems } = known.problems
  return {
    ...known,
    pulls,
    problems: problem === null ? problems : { ...problems, [modelId]: problem },
  }
}

/** Those of a kind: what is here first, then what is recommended, then by size. */
export function modelsOfKind(models: readonly Model[], kind: Model['kind']): readonly Model[] {
  const rank = ({ state, recommended }: Model): number =>
    (state === 'present' ? 4 : state === 'partial' ? 2 : 0) + Number(recommended)
  return models
    .filter((model) => model.kind === kind)
    .toSorted(
      (a, b) =>
        rank(b) - rank(a) || (a.sizeBytes ?? 0) - (b.sizeBytes ?? 0) || (a.id < b.id ? -1 : 1),
    )
}

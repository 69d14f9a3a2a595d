/** What this computer can do: each speech model on each back end decodes a clip whose words are known. */
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import type { Model } from '#contract/model.ts'
import { ComputerMeasure, type ForeseenModel, type MeasuredModel } from '#contract/performance.ts'
import { foreseenSpeed, type Spent } from './foresee.ts'
import { spread } from './gather.ts'
import { recommendBySpeed } from './recommend-by-speed.ts'
import { wordErrorShare } from './word-error-share.ts'

/** What decoding the clip came to. */
export type Outcome =
  | {
      readonly kind: 'measured'
      readonly whole: Spent
      readonly text: string
      readonly looksMs: readonly number[]
      readonly memoryBytes: number | null
    }
  | { readonly kind: 'unmeasured'; readonly problem: string }

export interface Place {
  readonly id: string
  readonly name: string
}

/** Sound whose words are known. */
export interface KnownClip {
  readonly ms: number
  /** 16 kHz mono. */
  readonly samples: Int16Array
  readonly text: string
  readonly language: string
}

export interface MeasureParts {
  readonly now: () => number
  readonly listModels: () => Promise<readonly Model[]>
  /** Where models can run, the fastest first. */
  readonly listBackends: () => Promise<readonly Place[]>
  /** Whether a model of that runtime can be decoded with. */
  readonly isDecodable: (model: Model) => boolean
  readonly loadClip: () => Promise<KnownClip>
  readonly decodeClip: (backend: string, modelPath: string, clip: KnownClip) => Promise<Outcome>
  readonly machine: () => Pick<ComputerMeasure, 'processor' | 'cores' | 'memoryBytes'>
  readonly settings: {
    read(key: string): unknown
    write(key: string, value: unknown): void
  }
}

export type Progress = (done: number, total: number, model: MeasuredModel) => void

export interface Computer {
  /** Refuses with `computer_busy` while it is being done already. */
  measure(models: 'bundled' | 'all', progress: Progress): Promise<ComputerMeasure>
  latest(): ComputerMeasure | null
}

const key = 'computer.measured'

export function computer(parts: MeasureParts): Computer {
  const isSpeech = (model: Model): boolean => model.kind === 'speech' && parts.isDecodable(model)
  let isMeasuring = false
  async function measure(wanted: 'bundled' | 'all', progress: Progress): Promise<ComputerMeasure> {
    const models = await parts.listModels()
    const places = await parts.listBackends()
    const clip = await parts.loadClip()
    const here = models.filter((model) => isToBeMeasured(model, wanted, parts.isDecodable))
    const jobs = here.flatMap((model) => places.map((place) => ({ model, place })))
    const measured: MeasuredModel[] = []
    const spent = new Map<string, Spent>()
    // One at a time: two at once would slow each other down.
    for (const { model, place } of jobs) {
      const outcome = await parts.decodeClip(place.id, model.path ?? '', clip)
      const isYardstick = model.origin === 'bundled' && outcome.kind === 'measured'
      if (isYardstick) spent.set(place.id, outcome.whole)
      const row = rowOf(model, place, outcome, clip)
      measured.push(row)
      progress(measured.length, jobs.length, row)
    }
    const foreseen = foresee(models.filter(isSpeech), measured, spent, clip.ms)
    return {
      measuredAt: new Date(parts.now()).toISOString(),
      ...parts.machine(),
      clipMs: clip.ms,
      models: measured,
      foreseen,
      recommended: recommendBySpeed(models, [...measured, ...foreseen]),
    }
  }

  return {
    async measure(wanted, progress) {
      if (isMeasuring)
        throw new AppError(
          'computer_busy',
          'This computer is being measured already. Wait until that is done.',
        )
      isMeasuring = true
      try {
        const result = await measure(wanted, progress)
        parts.settings.write(key, result)
        return result
      } finally {
        isMeasuring = false
      }
    },
    latest() {
      const kept = z.nullable(ComputerMeasure).safeParse(parts.settings.read(key))
      return kept.success ? kept.data : null
    },
  }
}

function isToBeMeasured(
  model: Model,
  wanted: 'bundled' | 'all',
  isDecodable: MeasureParts['isDecodable'],
): boolean {
  const isUsable = model.kind === 'speech' && model.state === 'present' && isDecodable(model)
  return isUsable && (wanted === 'all' || model.origin === 'bundled')
}

function rowOf(
  model: Model,
  place: Place,
  outcome: Outcome,
  { ms, text, language }: KnownClip,
): MeasuredModel {
  const row = { modelId: model.id, backend: place.id, backendName: place.name }
  if (outcome.kind === 'unmeasured')
    return {
      ...row,
      speed: null,
      lookMs: null,
      wordErrors: null,
      memoryBytes: null,
      problem: outcome.problem,
    }
  const knowsLanguage = model.languages.length === 0 || model.languages.includes(language)
  return {
    ...row,
    speed: ms / Math.max(outcome.whole.encodeMs + outcome.whole.decodeMs, 0.01),
    lookMs: spread(outcome.looksMs),
    wordErrors: knowsLanguage ? wordErrorShare(text, outcome.text) : null,
    memoryBytes: outcome.memoryBytes,
    problem: null,
  }
}

/** For what was not measured itself. */
function foresee(
  models: readonly Model[],
  measured: readonly MeasuredModel[],
  spent: ReadonlyMap<string, Spent>,
  clipMs: number,
): ForeseenModel[] {
  return models.flatMap(({ id: modelId }) =>
    [...spent].flatMap(([backend, each]) => {
      const isKnown = measured.some((row) => row.modelId === modelId && row.backend === backend)
      const speed = isKnown ? null : foreseenSpeed(modelId, each, clipMs)
      return speed === null ? [] : [{ modelId, backend, speed }]
    }),
  )
}

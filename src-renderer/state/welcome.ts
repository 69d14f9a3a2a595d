/** The first run: three steps, and when they show themselves. */
import type { KnownModels } from './models.ts'
import type { Library } from './library.ts'
import { readObject } from './read-object.ts'

export const welcomeSteps = ['stays', 'model', 'sound'] as const
export type WelcomeStep = (typeof welcomeSteps)[number]

export interface WelcomeProgress {
  readonly step: WelcomeStep
  /** It was left once, and does not show itself again. */
  readonly left: boolean
}

export const firstProgress: WelcomeProgress = { step: 'stays', left: false }

/** What was remembered; whatever of it makes no sense is as at first. */
export function parseProgress(remembered: string | null): WelcomeProgress {
  const { step, left } = readObject(remembered)
  return {
    step: welcomeSteps.find((known) => known === step) ?? firstProgress.step,
    left: left === true,
  }
}

/** The step after, or the same at the end; before, with -1. */
export function stepBeside(step: WelcomeStep, by: 1 | -1): WelcomeStep {
  return welcomeSteps[welcomeSteps.indexOf(step) + by] ?? step
}

/** Only the model that comes with the program is here, or none: real speech does not become text yet. */
export function lacksModel({ models, inUse }: Pick<KnownModels, 'models' | 'inUse'>): boolean {
  if (inUse === null) return false
  const used = models.find(({ id }) => id === inUse.speech.id)
  return inUse.speech.id === null || used?.origin === 'bundled'
}

/** Whether nobody has used the program yet, as far as that is known for sure. */
export function isFirstRun(library: Library, models: KnownModels): boolean {
  const { known, meetings } = library
  return known && meetings.length === 0 && models.phase === 'whole' && lacksModel(models)
}

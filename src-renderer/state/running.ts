/** How well the program runs, as far as this page was told. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeasuredModel, PerformanceSample } from '#contract/performance.ts'

export interface Running {
  /** The newest last: ten minutes. */
  readonly samples: readonly PerformanceSample[]
  /** How far the measuring of this computer has come; null: nobody measures. */
  readonly measuring: Measuring | null
}

export interface Measuring {
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  readonly models: readonly MeasuredModel[]
}

export const idle: Running = { samples: [], measuring: null }

const mostSamples = 300

export function applyToRunning(running: Running, event: EngineEvent): Running {
  switch (event.type) {
    case 'performance.measured':
      return { ...running, samples: [...running.samples, event.sample].slice(-mostSamples) }
    case 'computer.progressed': {
      const { done, total, model } = event
      const models = done === 1 ? [] : (running.measuring?.models ?? [])
      const isOver = done === total
      return { ...running, measuring: isOver ? null : { done, total, models: [...models, model] } }
    }
    default:
      return running
  }
}

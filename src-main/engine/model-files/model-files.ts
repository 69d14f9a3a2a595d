import type { Model, ModelCheck } from '#contract/model.ts'

export interface PullProgress {
  readonly receivedBytes: number
  readonly totalBytes: number | null
  /** `waiting` is the pause before another try; `checking` is the hash pass after the last byte. */
  readonly phase: 'fetching' | 'waiting' | 'checking'
}

export interface PullOptions {
  readonly signal?: AbortSignal
  /** Told at most ten times a second, and once at every change of phase. */
  readonly onProgress: (progress: PullProgress) => void
}

/** A model file that can be used now. */
export interface FoundModel {
  readonly id: string
  readonly path: string
  readonly runtime: string
  /** Codes of the languages that it knows; none where they are many, or nobody knows which. */
  readonly languages: readonly string[]
}

/** The model files of this computer: those that came with the program, fetched ones and people's own. */
export interface ModelFiles {
  list(): Promise<readonly Model[]>
  /** By the id of a present model or by a path to a file; null when there is no such thing. Refuses a damaged one. */
  find(idOrPath: string): Promise<FoundModel | null>
  /** The speech model to use when none is named; `setting` is the id a person chose, if any. Refuses a damaged one. */
  preferred(setting?: string | null): Promise<FoundModel | null>
  /** Fetches a model of the catalogue; a present and intact one is answered at once. */
  pull(id: string, options: PullOptions): Promise<Model>
  /** Reads every present model and compares it with its hash. */
  verify(): Promise<readonly ModelCheck[]>
  /** Takes in a person's own file. The original stays where it is. */
  add(path: string): Promise<Model>
  remove(id: string): Promise<void>
}

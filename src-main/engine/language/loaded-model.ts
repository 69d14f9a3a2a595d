/** What is used of the library, in the words of this program. `llama.native.ts` is the only one that has it. */
import type { JsonSchema } from './language-model.ts'
import type { VisibleRules } from './visible-text.ts'

export interface Library {
  /** Name and version. */
  readonly name: string
  /** Throws `model_missing`, `model_broken` or `model_too_large`. */
  openText(modelPath: string): Promise<TextModel>
  openMeaning(modelPath: string): Promise<MeaningModel>
}

/** Where and how a model runs. */
export interface Placement {
  readonly backend: string
  readonly gpuLayers: number
  readonly layers: number
  readonly contextTokens: number
}

/** Tokens of one request, and how its reply is told from the rest. */
export interface Written {
  readonly tokens: readonly number[]
  readonly rules: VisibleRules
}

export interface TextModel extends AsyncDisposable {
  readonly placement: Placement
  /** One for each conversation that is remembered at once. */
  readonly sequences: readonly Sequence[]
  /** So many tokens of a prompt are computed in one go. */
  readonly stride: number
  count(text: string): number
  /** Text is never taken for a control token, whatever it looks like. */
  write(system: string, prompt: string): Written
  /** The text of tokens that follow others. */
  read(tokens: readonly number[], before: readonly number[]): string
}

export interface Sequence {
  /** Forgets what differs from these tokens; returns how many of the first are remembered. */
  adapt(tokens: readonly number[]): Promise<number>
  compute(tokens: readonly number[]): Promise<void>
  /** Computes these tokens and tells the ones that follow, until the model ends its reply or nobody asks on. */
  follow(tokens: readonly number[], schema: JsonSchema | null): AsyncGenerator<number>
}

export interface MeaningModel extends AsyncDisposable {
  readonly placement: Placement
  count(text: string): number
  /** Any length; what does not fit into the context is left away. */
  vector(text: string, as: 'passage' | 'query'): Promise<Float32Array>
}

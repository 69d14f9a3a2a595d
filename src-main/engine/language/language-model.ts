/** A language model that runs on this machine, seen from the rooms that ask it. */

/** What of JSON schema replies may be bound to. Every list and text is bounded, so that every reply ends. */
export type JsonSchema =
  | { readonly type: 'string'; readonly maxLength?: number }
  | { readonly type: 'integer' | 'number' | 'boolean' | 'null' }
  | { readonly enum: readonly (string | number | null)[] }
  | { readonly type: 'array'; readonly items: JsonSchema; readonly maxItems: number }
  | { readonly type: 'object'; readonly properties: Readonly<Record<string, JsonSchema>> }
  | { readonly oneOf: readonly JsonSchema[] }

export interface LanguageRequest {
  readonly modelPath: string
  /**
   * Requests that share a conversation are computed on one sequence: what they have in common with the one before, from
   * the beginning on, is not computed again. Put first what stays, last what changes.
   */
  readonly conversation: string
  readonly system: string
  /** What is asked. Nothing in it is taken for a control token of the model. */
  readonly prompt: string
  /** Null: free text. */
  readonly schema: JsonSchema | null
  readonly maxTokens: number
}

export interface ReplyOptions {
  /** Ends the reply within a token; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** Told the text so far as it grows. */
  readonly onText?: (text: string) => void
}

export interface LanguageReply {
  readonly text: string
  /** The text as JSON where a schema was given and the reply came to its end; else null. Still to be validated. */
  readonly value: unknown
  /** `length`: it was cut at `maxTokens`. */
  readonly end: 'complete' | 'length'
  readonly tokens: {
    /** Of system and prompt, and how many of them were computed before. */
    readonly prompt: number
    readonly reused: number
    readonly written: number
  }
}

/** What is loaded, for faces. */
export interface LoadedLanguageModel {
  readonly modelPath: string
  readonly backend: string
  readonly gpuLayers: number
  readonly layers: number
  readonly contextTokens: number
  readonly promptTokensPerSecond: number | null
  readonly tokensPerSecond: number | null
}

/**
 * One request at a time; the others wait in the order they came. Failures a person can act on leave as `AppError`:
 * `model_missing`, `model_broken`, `model_too_large`, `worker_crashed` (after one more try).
 */
export interface LanguageModel extends AsyncDisposable {
  reply(request: LanguageRequest, options?: ReplyOptions): Promise<LanguageReply>
  /** Tokens that system, prompt and reply of one request may have together. Loads the model. */
  contextTokens(modelPath: string): Promise<number>
  /** How many tokens each text has. Loads the model. */
  count(modelPath: string, texts: readonly string[]): Promise<number[]>
  /** Vectors of unit length, one for each text. */
  embed(
    modelPath: string,
    texts: readonly string[],
    as: 'passage' | 'query',
    signal?: AbortSignal,
  ): Promise<Float32Array[]>
  /** While held nothing is computed: recognition goes first. What is under way stops at its next token and goes on later. */
  hold(held: boolean): void
  /** Loads the model, lets it write a few words and says how fast it was. */
  measure(modelPath: string, kind: 'language' | 'embedding'): Promise<LoadedLanguageModel>
  /** The library and its version, or null where it cannot be loaded. */
  library(): Promise<string | null>
}

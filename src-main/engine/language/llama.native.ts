/** The only file that knows node-llama-cpp: its models in the words of `loaded-model.ts`. Runs in the language process. */
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import {
  getLlama,
  getModuleVersion,
  InsufficientMemoryError,
  LlamaGrammarEvaluationState,
  type Llama,
  type LlamaContext,
  type LlamaContextSequence,
  type LlamaEmbeddingContext,
  LlamaLogLevel,
  type LlamaModel,
  readGgufFileInfo,
  GgufInsights,
  resolveChatWrapper,
  type Token,
} from 'node-llama-cpp'
import { AppError } from '#contract/errors.ts'
import { cpuLevel } from './cpu-level.ts'
import { embeddingPrefixes } from './embedding-prefix.ts'
import type { JsonSchema } from './language-model.ts'
import type { Library, MeaningModel, Placement, Sequence, TextModel } from './loaded-model.ts'
import { checkFit, type ContextPlan, planContext, tooLarge } from './memory-fit.ts'
import type { ProcessOptions } from './process-options.ts'
import { replyGrammar } from './reply-grammar.ts'
import type { VisibleRules } from './visible-text.ts'

/** Never all cores: recognition and the person need some. */
export const languageThreads = (cores: number): number => Math.max(1, Math.floor(cores / 2))

/** Tokens computed between two looks at whether to stop; a processor gains little by more. */
const strides = { processor: 32, card: 256 } as const

export async function openLibrary(options: ProcessOptions): Promise<Library> {
  if (options.cpuLibraries !== null) preferCpuLibraries(options.cpuLibraries, options.gpu)
  const threads = languageThreads(availableParallelism())
  const llama = await getLlama({
    gpu: options.gpu ?? false,
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    logLevel: LlamaLogLevel.disabled,
    maxThreads: threads,
  })
  const opening: Opening = { llama, threads, memoryBytes: options.memoryBytes }
  return {
    name: `node-llama-cpp ${await getModuleVersion()}`,
    openText: (path) => inWords(path, () => openText(path, opening)),
    openMeaning: (path) => inWords(path, () => openMeaning(path, opening)),
  }
}

/**
 * What is registered first computes. The package's own CPU libraries for Windows are compiled without optimisation; ours are
 * made from the same sources. Version 3.21.1 looks for none of its own where one is there already.
 */
function preferCpuLibraries(folder: string, gpu: ProcessOptions['gpu']): void {
  const require = createRequire(import.meta.url)
  const system = process.platform === 'win32' ? 'win' : process.platform
  const flavour = `${system}-${process.arch}${gpu === null ? '' : `-${gpu}`}`
  // Its main file lies in dist/.
  const home = dirname(
    dirname(createRequire(require.resolve('node-llama-cpp')).resolve(`@node-llama-cpp/${flavour}`)),
  )
  const addon = require(join(home, 'bins', flavour, 'llama-addon.node')) as {
    setLogger(log: () => void): void
    loadBackends(folder: string): void
  }
  // Until it is told otherwise it prints what it loads.
  addon.setLogger(() => {})
  addon.loadBackends(folder)
}

interface Opening {
  readonly llama: Llama
  readonly threads: number
  readonly memoryBytes: number | null
}

async function inWords<Result>(path: string, open: () => Promise<Result>): Promise<Result> {
  if (!statSync(path, { throwIfNoEntry: false }))
    throw new AppError(
      'model_missing',
      `The file of the language model is gone: ${path}. Put it back, or choose another model.`,
    )
  try {
    return await open()
  } catch (error) {
    if (error instanceof AppError) throw error
    const message = `The language model in ${path} cannot be read. Fetch or add it again, or choose another one.`
    throw new AppError('model_broken', message, { cause: error })
  }
}

async function loadFitting(
  path: string,
  { llama, memoryBytes }: Opening,
): Promise<{ readonly model: LlamaModel; readonly freeBytes: number }> {
  const insights = await GgufInsights.from(
    await readGgufFileInfo(path, { sourceType: 'filesystem', logWarnings: false }),
    llama,
  )
  const weights = await insights.estimateModelResourceRequirementsV2({
    gpuLayers: 0,
    useMmap: false,
  })
  const here =
    process.availableMemory() + (llama.gpu === false ? 0 : (await llama.getVramState()).free)
  const freeBytes = Math.min(here, memoryBytes ?? Number.POSITIVE_INFINITY)
  const needed = weights.cpuRam + weights.gpuVram
  checkFit(needed, freeBytes)
  try {
    const model = await llama.loadModel({ modelPath: path })
    return { model, freeBytes: freeBytes - needed }
  } catch (error) {
    if (error instanceof InsufficientMemoryError) throw tooLarge(needed, freeBytes)
    throw error
  }
}

async function placementOf(model: LlamaModel, contextTokens: number): Promise<Placement> {
  const { llama, gpuLayers } = model
  const cards = llama.gpu === false || gpuLayers === 0 ? [] : await llama.getGpuDeviceNames()
  const processor = `CPU (${cpuLevel() ?? 'unknown'})`
  return {
    backend: cards.length > 0 ? `${String(llama.gpu)} (${cards.join(', ')})` : processor,
    gpuLayers,
    layers: model.fileInsights.totalLayers,
    contextTokens,
  }
}

async function openText(path: string, opening: Opening): Promise<TextModel> {
  const { model, freeBytes } = await loadFitting(path, opening)
  try {
    const context = await openContext(model, freeBytes, opening.threads)
    const wrapper = resolveChatWrapper(model, {
      customWrapperSettings: { qwen: { thoughts: 'discourage' } },
      warningLogs: false,
    })
    return {
      placement: await placementOf(model, context.contextSize),
      sequences: Array.from({ length: context.totalSequences }, () =>
        sequenceOf(context.getSequence(), model),
      ),
      stride: model.gpuLayers > 0 ? strides.card : strides.processor,
      count: (text) => model.tokenize(text, false).length,
      write(system, prompt) {
        const { contextText, stopGenerationTriggers } = wrapper.generateContextState({
          chatHistory: [
            { type: 'system', text: system },
            { type: 'user', text: prompt },
            { type: 'model', response: [] },
          ],
        })
        const stops = stopGenerationTriggers.map((trigger) => trigger.toString())
        return { tokens: contextText.tokenize(model.tokenizer), rules: { thoughts, stops } }
      },
      read: (tokens, before) => model.detokenize(tokens as Token[], true, before as Token[]),
      async [Symbol.asyncDispose]() {
        await model.dispose()
      },
    }
  } catch (error) {
    await model.dispose()
    throw error
  }
}

const thoughts: VisibleRules['thoughts'] = [
  ['<think>', '</think>'],
  ['<seed:think>', '</seed:think>'],
]

async function openContext(
  model: LlamaModel,
  freeBytes: number,
  threads: number,
): Promise<LlamaContext> {
  const cost = (contextSize: number, sequences: number): number => {
    const { cpuRam, gpuVram } = model.fileInsights.estimateContextResourceRequirements({
      contextSize: contextSize * sequences,
      sequences,
      modelGpuLayers: model.gpuLayers,
      swaFullCache: true,
    })
    return cpuRam + gpuVram
  }
  const plan = planContext(model.trainContextSize, freeBytes, cost)
  checkFit(cost(plan.shortest, 1), freeBytes)
  const open = ({ longest, shortest, conversations }: ContextPlan): Promise<LlamaContext> =>
    model.createContext({
      contextSize: { min: shortest, max: longest },
      sequences: conversations,
      threads,
      // Reuse of any beginning, also in models that look at a window only.
      swaFullCache: true,
    })
  try {
    return await open(plan).catch((error: unknown) => {
      if (plan.conversations === 1) throw error
      return open({ ...plan, conversations: 1 })
    })
  } catch (error) {
    throw error instanceof InsufficientMemoryError
      ? tooLarge(cost(plan.shortest, 1), freeBytes)
      : error
  }
}

function sequenceOf(sequence: LlamaContextSequence, model: LlamaModel): Sequence {
  return {
    async adapt(tokens) {
      await sequence.adaptStateToTokens(tokens as Token[], false)
      return sequence.nextTokenIndex
    },
    async compute(tokens) {
      await sequence.evaluateWithoutGeneratingNewTokens(tokens as Token[])
    },
    follow: (tokens, schema) => follow(sequence, model, tokens as Token[], schema),
  }
}

async function* follow(
  sequence: LlamaContextSequence,
  model: LlamaModel,
  tokens: Token[],
  schema: JsonSchema | null,
): AsyncGenerator<number> {
  const grammar = schema && (await model.llama.createGrammarForJsonSchema(grammarOf(schema)))
  const grammarEvaluationState = grammar
    ? new LlamaGrammarEvaluationState({ model, grammar })
    : undefined
  yield* sequence.evaluate(tokens, {
    temperature: 0,
    ...(grammarEvaluationState && { grammarEvaluationState }),
  })
}

/** The type of what the library parses would follow from the schema's; nothing is parsed with it. */
const grammarOf = replyGrammar as (schema: JsonSchema) => { readonly type: 'null' }

async function openMeaning(path: string, opening: Opening): Promise<MeaningModel> {
  const { model } = await loadFitting(path, opening)
  try {
    const contextSize = Math.min(model.trainContextSize, longestPassage)
    const context = await model.createEmbeddingContext({
      contextSize,
      batchSize: contextSize,
      threads: opening.threads,
    })
    const { metadata } = model.fileInfo
    const prefixes = embeddingPrefixes([
      String(model.architecture),
      metadata.general.name ?? '',
      model.filename ?? '',
    ])
    return {
      placement: await placementOf(model, contextSize),
      count: (text) => model.tokenize(text, false).length,
      vector: async (text, as) =>
        unit((await vectorOf(context, model, prefixes[as] + text, contextSize)).vector),
      async [Symbol.asyncDispose]() {
        await model.dispose()
      },
    }
  } catch (error) {
    await model.dispose()
    throw error
  }
}

/** In tokens; what is searched are short passages, and memory grows with the square. */
const longestPassage = 2_048
/** For the tokens that begin and end a text. */
const ends = 4

function vectorOf(
  context: LlamaEmbeddingContext,
  model: LlamaModel,
  text: string,
  contextSize: number,
) {
  // A text without any token has no vector.
  const tokens = model.tokenize(text.trim() === '' ? '.' : text, false).slice(0, contextSize - ends)
  return context.getEmbeddingFor(tokens)
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector)
  return Float32Array.from(vector, (value) => value / length)
}

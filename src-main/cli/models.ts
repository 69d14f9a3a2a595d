import { AppError } from '#contract/errors.ts'
import { type Model, ModelKind } from '#contract/model.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { bar, byteSize } from './progress.ts'

export async function listModels(kind: string | null, context: Context): Promise<number> {
  const wanted = kind === null ? null : kindOf(kind)
  await using engine = await context.openEngine('read')
  const all = await engine.api['model.list']({})
  const models = all.filter((model) => wanted === null || model.kind === wanted)
  if (context.json) context.terminal.result(JSON.stringify(models, null, 2))
  else for (const model of models) context.terminal.result(inOneLine(model))
  return exitCodes.done
}

export async function pullModel(modelId: string, context: Context): Promise<number> {
  const { terminal, interrupted } = context
  await using engine = await context.openEngine('write')
  // What was fetched so far stays, and the next pull goes on from there.
  interrupted.addEventListener('abort', () => process.exit(exitCodes.interrupted))
  const startedAt = Date.now()
  let first: number | null = null
  engine.subscribe((event) => {
    if (event.type !== 'model.progressed') return
    const { receivedBytes, totalBytes, phase } = event
    first ??= receivedBytes
    const speed = ((receivedBytes - first) * 1000) / Math.max(1, Date.now() - startedAt)
    const whole = totalBytes === null ? '' : ` of ${byteSize(totalBytes)}`
    const words = { fetching: `${byteSize(speed)}/s`, waiting: 'waiting', checking: 'checking' }
    terminal.status(
      `${modelId}  ${bar(receivedBytes, totalBytes ?? 0, 24)}  ${byteSize(receivedBytes)}${whole}  ${words[phase]}`,
    )
  })
  const model = await engine.api['model.pull'](inputFor('model.pull', { modelId }))
  terminal.status(null)
  terminal.result(context.json ? JSON.stringify(model, null, 2) : inOneLine(model))
  return exitCodes.done
}

export async function addModel(path: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('write')
  const model = await engine.api['model.add']({ path })
  context.terminal.result(context.json ? JSON.stringify(model, null, 2) : inOneLine(model))
  return exitCodes.done
}

export async function verifyModels(context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const checks = await engine.api['model.verify']({})
  if (context.json) context.terminal.result(JSON.stringify(checks, null, 2))
  else
    for (const { id, verdict, detail } of checks)
      context.terminal.result(`${verdict.padEnd(12)}  ${id}  ${detail}`)
  return checks.some(({ verdict }) => verdict === 'damaged') ? exitCodes.failed : exitCodes.done
}

export async function removeModel(modelId: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('write')
  await engine.api['model.remove'](inputFor('model.remove', { modelId }))
  if (context.json) context.terminal.result(JSON.stringify({ removed: modelId }))
  else context.terminal.say(`Removed ${modelId}.`)
  return exitCodes.done
}

function kindOf(typed: string): ModelKind {
  const kind = ModelKind.safeParse(typed)
  if (kind.success) return kind.data
  throw new AppError('invalid_input', `--kind is one of ${ModelKind.options.join(', ')}.`)
}

/** `*` marks the one of its kind to begin with on this machine. */
export function inOneLine(model: Model): string {
  const { id, kind, state, sizeBytes, hash, languages, licence, recommended } = model
  const size = sizeBytes === null ? '?' : byteSize(sizeBytes)
  const reach = languages.length > 3 ? `${languages.length} languages` : languages.join(' ')
  const trust = hash === 'none' ? 'no published hash' : ''
  return [
    `${recommended ? '*' : ' '} ${id.padEnd(44)}`,
    state.padEnd(8),
    kind.padEnd(12),
    size.padStart(8),
    memoryOf(model).padEnd(24),
    reach,
    licence,
    trust,
  ]
    .filter((part) => part)
    .join('  ')
    .trimEnd()
}

function memoryOf({ memoryBytes, fit }: Model): string {
  if (memoryBytes === null) return ''
  const remark = { good: '', tight: ', tight', too_large: ', too much' }
  return `runs in ${byteSize(memoryBytes)}${fit === null ? '' : remark[fit]}`
}

/** Takes a person's own model file into the models folder and pins its hash. */
import { constants, copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { ModelKind } from '#contract/model.ts'
import { isMissing, onDisk } from './disk-failure.ts'
import { requireSpace, type FreeBytes } from './free-space.node.ts'
import { hashFile } from './hash-file.node.ts'
import type { Shelf } from './model-shelf.node.ts'
import type { OwnModel, Pins } from './pins.node.ts'
import { type Gguf, readGguf } from './read-gguf.node.ts'
import { sniffFile } from './read-head.node.ts'
import { moveFile } from './replace-file.node.ts'
import type { Sniffed } from './sniff-model.ts'
import type { Seen } from './seen.ts'
import { lookAt } from './vouch-for-model.node.ts'
import { isWholeModel } from './whole-model.node.ts'

export interface Adding {
  readonly pins: Pins
  readonly shelf: Pick<Shelf, 'folderOf'>
  readonly freeBytes: FreeBytes
}

type Nature = Pick<OwnModel, 'kind' | 'runtime' | 'languages'>

/** Answers the id. The same content added twice is one model. */
export async function addModel(parts: Adding, path: string): Promise<string> {
  const bytes = await sizeOfFile(path)
  const sniffed = await reading(path, () => sniffFile(path))
  const nature = await natureOf(sniffed, path)
  if (sniffed.format === 'whisper' || sniffed.format === 'parakeet')
    await refuseCut(path, sniffed.format)
  const sha256 = await reading(path, () => hashFile(path))
  const { own } = await parts.pins.read()
  const known = Object.entries(own).find(([, model]) => model.sha256 === sha256)
  const id = known?.[0] ?? freeId(path, Object.keys(own))
  const file = known?.[1].file ?? basename(path)
  const seen = await takeIn(path, join(parts.shelf.folderOf(id), file), {
    bytes,
    sha256,
    freeBytes: parts.freeBytes,
  })
  const model: OwnModel = { ...nature, name: basename(path, extname(path)), file, sha256, ...seen }
  await parts.pins.change((pinned) => ({ ...pinned, own: { ...pinned.own, [id]: model } }))
  return id
}

async function sizeOfFile(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isFile()) return found.size
  } catch (error) {
    if (isMissing(error)) throw new AppError('file_missing', `There is no file ${path}.`)
    throw error
  }
  throw new AppError('invalid_input', `${path} is not a file. Name one model file.`)
}

async function reading<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    const sentence = `${basename(path)} cannot be read. Check that you may open it.`
    throw new AppError('file_unreadable', sentence, { cause })
  }
}

async function refuseCut(path: string, family: 'whisper' | 'parakeet'): Promise<void> {
  if (!(await reading(path, () => isWholeModel(path, family)))) throw cut(path)
}

function cut(path: string): AppError {
  const sentence = `${basename(path)} is not a whole model: it ends too early, or is damaged. Fetch it again, then add it.`
  return new AppError('model_broken', sentence)
}

async function natureOf(sniffed: Sniffed, path: string): Promise<Nature> {
  switch (sniffed.format) {
    case 'whisper':
      return {
        kind: 'speech',
        runtime: 'whisper.cpp',
        languages: sniffed.multilingual ? [] : ['en'],
      }
    case 'parakeet':
      return {
        kind: 'speech',
        runtime: 'whisper.cpp (parakeet)',
        languages: sniffed.multilingual ? [] : ['en'],
      }
    case 'voice':
      return { kind: 'vad', runtime: 'whisper.cpp', languages: [] }
    case 'gguf': {
      const gguf = await reading(path, () => readGguf(path))
      if (gguf === null) throw cut(path)
      return { kind: kindOf(gguf), runtime: 'llama.cpp', languages: [] }
    }
    case 'other': {
      const what = sniffed.looksLike ? `It looks like ${sniffed.looksLike}. ` : ''
      const sentence = `${basename(path)} is not a model file. ${what}Add a ggml Whisper or Parakeet, or a GGUF file.`
      throw new AppError('invalid_input', sentence)
    }
  }
}

/** What turns text into a vector is named after BERT, says so, or gathers its tokens into one. */
function kindOf({ architecture, pools }: Gguf): ModelKind {
  return pools || /bert|embed|t5encoder/.test(architecture ?? '') ? 'embedding' : 'language'
}

function freeId(path: string, taken: readonly string[]): string {
  const stem = basename(path, extname(path)).toLowerCase()
  const slug = stem.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'model'
  const id = `own-${slug}`
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`
    if (!taken.includes(candidate)) return candidate
  }
}

interface Content {
  readonly bytes: number
  readonly sha256: string
  readonly freeBytes: FreeBytes
}

/** A copy, never a second name for the same bytes: who edits the original must not change the model. */
async function takeIn(path: string, target: string, content: Content): Promise<Seen> {
  const temporary = `${target}.tmp`
  return onDisk(async () => {
    await mkdir(dirname(target), { recursive: true })
    await rm(temporary, { force: true })
    try {
      const seen = await copied(path, temporary, content)
      await moveFile(temporary, target)
      return seen
    } finally {
      await rm(temporary, { force: true })
    }
  })
}

async function copied(path: string, target: string, content: Content): Promise<Seen> {
  await requireSpace(content.freeBytes, dirname(target), content.bytes)
  await copyFile(path, target, constants.COPYFILE_FICLONE)
  const seen = await lookAt(target)
  if ((await hashFile(target)) === content.sha256) return seen
  throw new AppError('file_unreadable', `${basename(path)} changed while it was copied. Try again.`)
}

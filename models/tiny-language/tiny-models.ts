/**
 * The files for tests with the real library, made when they are first asked for. Their names carry a hash of what makes them, so
 * that a change of the makers is a new file.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { embeddingFile } from './embedding-file.ts'
import { languageFile } from './language-file.ts'

const here = import.meta.dirname

const makers = {
  /** A few hundred kB: everything but speed. */
  language: () => languageFile({ width: 64, layers: 2, inner: 128, weights: 'bytes' }),
  /** About 25 MB of 4-bit weights: what a real file asks of the processor. */
  measurable: () => languageFile({ width: 512, layers: 12, inner: 1_536, weights: 'nibbles' }),
  embedding: () => embeddingFile(),
} as const

export type TinyModel = keyof typeof makers

/** The path of the file, which is there afterwards. Several processes may ask at once. */
export function tinyModel(name: TinyModel, folder: string = join(here, 'out')): string {
  const path = join(folder, `tiny-${name}-${makersHash()}.gguf`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, makers[name]())
  renameSync(temporary, path)
  return path
}

function makersHash(): string {
  const hash = createHash('sha256')
  for (const file of sources) hash.update(readFileSync(join(here, file)))
  return hash.digest('hex').slice(0, 12)
}

const sources = [
  'byte-letters.ts',
  'byte-pairs.ts',
  'chance.ts',
  'embedding-file.ts',
  'language-file.ts',
  'tensors.ts',
  'tiny-models.ts',
  'word-list.ts',
  'write-gguf.ts',
]

import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tinyEmbeddingModel, tinyLanguageModel } from '../../testing/tiny-language.ts'
import { readGguf } from './read-gguf.node.ts'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'rtstt-gguf-'))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}

describe('a GGUF file', () => {
  it('of a language model gathers nothing', async () => {
    expect(await readGguf(tinyLanguageModel())).toMatchObject({
      architecture: 'llama',
      pools: false,
    })
  })

  it('of an embedding model is told by its name or its gathering', async () => {
    const read = await readGguf(tinyEmbeddingModel())
    expect(read?.pools === true || /bert|embed/.test(read?.architecture ?? '')).toBe(true)
  })

  it('is not whole where it ends early, wherever that is', async () => {
    await using work = await folder()
    const whole = await readFile(tinyLanguageModel())
    const path = join(work.path, 'cut.gguf')
    await writeFile(path, whole)
    // The last tensor may be followed by so many bytes that fill the file up.
    const lengths = [1, 0.9, 0.5, 0.1, 0.01].map((share) => Math.floor(whole.length * share) - 33)
    for (const length of [...lengths, 100, 24, 8, 4, 0].toSorted((a, b) => b - a)) {
      await truncate(path, length)
      expect(await readGguf(path), `${length} bytes`).toBeNull()
    }
  })

  it('with a wrong number in its head is damaged, and read to no end', async () => {
    await using work = await folder()
    const damaged = Buffer.from(await readFile(tinyLanguageModel()))
    damaged.fill(0xff, 8, 16)
    const path = join(work.path, 'damaged.gguf')
    await writeFile(path, damaged)
    expect(await readGguf(path)).toBeNull()
  })
})

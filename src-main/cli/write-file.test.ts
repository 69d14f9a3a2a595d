import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeFileOf } from './write-file.ts'

const word = { fileName: 'a.docx', mediaType: 'x', encoding: 'base64', content: 'AP+A' } as const

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-write-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

it('writes the bytes, and the folders that are missing', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'new', 'newer', 'a.docx')
    await writeFileOf(word, path, false)
    expect([...(await readFile(path))]).toEqual([0, 255, 128])
  }))

it('replaces a file only where that is wanted', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.docx')
    await writeFile(path, 'mine')
    await expect(writeFileOf(word, path, false)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await readFile(path, 'utf8')).toBe('mine')
    await writeFileOf(word, path, true)
    expect([...(await readFile(path))]).toEqual([0, 255, 128])
  }))

it('says so where it cannot be written', () =>
  inFolder(async (folder) => {
    await expect(writeFileOf(word, folder, true)).rejects.toMatchObject({ code: 'file_unreadable' })
  }))

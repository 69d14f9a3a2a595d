import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { byteLetters, inByteLetters } from './byte-letters.ts'
import { vocabulary } from './byte-pairs.ts'
import { embeddingFile } from './embedding-file.ts'
import { tinyModel } from './tiny-models.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-tiny-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('writes the same bytes every time', () => {
  const [first, second] = [
    tinyModel('language', emptyFolder()),
    tinyModel('language', emptyFolder()),
  ]
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
  expect(Buffer.from(embeddingFile()).equals(Buffer.from(embeddingFile()))).toBe(true)
})

it('makes a file once and leaves nothing else behind', () => {
  const folder = emptyFolder()
  expect(tinyModel('language', folder)).toBe(tinyModel('language', folder))
  expect(readdirSync(folder)).toHaveLength(1)
})

it('has another letter for every byte, and those of ASCII stand for themselves', () => {
  expect(new Set(byteLetters).size).toBe(256)
  expect(inByteLetters('Ok!')).toBe('Ok!')
  expect(inByteLetters(' ')).toBe('Ġ')
})

it('knows common words after a space, accented ones too', () => {
  const { tokens } = vocabulary()
  expect(tokens).toContain('Ġbudget')
  expect(tokens).toContain(inByteLetters(' venerdì'))
})

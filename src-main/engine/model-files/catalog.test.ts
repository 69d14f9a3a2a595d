import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { catalogOf } from './testing/model-bench.ts'
import { loadCatalog } from './catalog.node.ts'
import { parseCatalog } from './catalog.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

it('reads the catalogue of the program', async () => {
  const catalog = await loadCatalog(project)
  expect(catalog.size).toBeGreaterThan(100)
  expect(catalog.get('whisper-base')).toMatchObject({ bytes: 147_951_465, runtime: 'whisper.cpp' })
  expect(catalog.get('whisper-base')?.languages).toContain('it')
  expect(catalog.get('test-speech-en')).toMatchObject({ origin: 'bundled' })
})

it('names only addresses that are encrypted and belong to no account', async () => {
  for (const entry of (await loadCatalog(project)).values()) {
    if (entry.origin === 'bundled') continue
    for (const address of [entry.url, ...entry.mirrors]) {
      const { protocol, username, password } = new URL(address)
      expect([address, protocol, username + password]).toEqual([address, 'https:', ''])
    }
    // Without a published hash, no stranger may stand in for the source.
    if (entry.sha256 === null) expect(entry.mirrors).toEqual([])
  }
})

it.each([
  ['an id that would leave the folder', { id: '../x' }],
  ['an id that belongs to people', { id: 'own-x' }],
  ['a file in another folder', { file: 'a/b.bin' }],
  ['a hidden file', { file: '.bin' }],
  ['a hash that is none', { sha256: 'abc' }],
  ['an address that is none', { url: 'file:///etc/passwd' }],
  ['a field nobody knows', { extra: 1 }],
  ['an unknown language set', { languages: 'martian' }],
])('refuses %s', (_, changes) => {
  const good = [...catalogOf({ origin: 'https://a.example' }).values()].at(-1)
  const models = (entry: object) => ({ version: 1, languageSets: {}, models: [entry] })
  expect(() => parseCatalog(models({ ...good }))).not.toThrow()
  expect(() => parseCatalog(models({ ...good, ...changes }))).toThrow(Error)
})

it('refuses an id that is there twice', () => {
  const [entry] = catalogOf({ origin: 'https://a.example' }).values()
  const twice = { version: 1, languageSets: {}, models: [entry, entry] }
  expect(() => parseCatalog(twice)).toThrow(/twice/)
})

import { expect, it } from 'vitest'
import type { RemoteEntry } from './catalog.ts'
import { modelPage, sourcesOf, tokenFor } from './sources.ts'

const entry: RemoteEntry = {
  id: 'speech-a',
  kind: 'speech',
  name: 'Speech A',
  file: 'a.bin',
  origin: 'catalog',
  url: 'https://huggingface.co/owner/repo/resolve/main/a.bin',
  mirrors: ['https://mirror.example/a.bin'],
  gated: false,
  bytes: null,
  sha256: null,
  licence: null,
  languages: [],
  quantisation: null,
  runtime: 'whisper.cpp',
  memory: null,
  runningBytes: null,
  cacheBytesPerToken: null,
  thinks: false,
  notes: null,
}
const env = { HF_TOKEN: ' hf_x ' }
const at = (url: string, changes: Partial<RemoteEntry> = {}) =>
  tokenFor(new URL(url), { ...entry, ...changes }, env)

it.each([
  ['the own host', 'https://huggingface.co/anything', 'hf_x'],
  ['the own host without encryption', 'http://huggingface.co/a.bin', null],
  ['another port of the own host', 'https://huggingface.co:8443/a.bin', null],
  ['a host below the own one', 'https://cdn.huggingface.co/a.bin', null],
  ['a host that begins like it', 'https://huggingface.co.example/a.bin', null],
  ['a mirror', 'https://mirror.example/a.bin', null],
])('decides about the token for %s', (_, url, expected) => {
  expect(at(url)).toBe(expected)
})

it('shows the hub token to no host that is not the hub, even where the catalogue names it', () => {
  const url = 'https://github.com/owner/repo/releases/a.bin'
  expect(at(url, { url })).toBeNull()
})

it('asks the own address first, then the mirrors, or only the replacement', () => {
  const hrefs = (environment: Record<string, string>) =>
    sourcesOf(entry, environment).map(({ href }) => href)
  expect(hrefs({})).toEqual([entry.url, 'https://mirror.example/a.bin'])
  expect(hrefs({ RTSTT_MODEL_MIRROR: 'https://models.company.example/hub/' })).toEqual([
    'https://models.company.example/hub/owner/repo/resolve/main/a.bin',
  ])
  expect(() => hrefs({ RTSTT_MODEL_MIRROR: 'file:///etc' })).toThrow(/must be a web address/)
})

it('knows the page where a licence is accepted', () => {
  expect(modelPage(entry)).toBe('https://huggingface.co/owner/repo')
})

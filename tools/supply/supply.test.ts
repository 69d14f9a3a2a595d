import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../project-node.mjs'
import { licenceFault } from './licence-rules.mjs'
import { licenceTexts } from './licence-texts.mjs'
import { type Binary, binaryFaults, findBinaries, hashOf, keyOf } from './native-binaries.mjs'
import { lockFaults, locked, shipped } from './shipped.mjs'

const packages = shipped()
/** Larger ones are hashed by `npm run binaries`: there is more than a gigabyte of them. */
const largestHashed = 2_000_000

it('takes every package from the registry, by its hash', () => {
  expect(lockFaults(locked())).toEqual([])
})

it.each([
  ['no hash', { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }],
  ['a weak hash', { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz', integrity: 'sha1-x' }],
  [
    'another place',
    { resolved: 'git+ssh://git@example.org/a.git', integrity: `sha512-${'A'.repeat(86)}==` },
  ],
  ['a link', { link: true }],
])('sees a lock file with %s', (_, entry) => {
  expect(lockFaults({ 'node_modules/a': entry })).not.toEqual([])
})

it('hands on nothing whose licence it does not know', () => {
  expect(packages.length).toBeGreaterThan(300)
  expect(packages.map(licenceFault).filter((fault) => fault !== null)).toEqual([])
})

it.each([
  null,
  'GPL-3.0',
  'AGPL-3.0-only',
  'MIT AND GPL-2.0',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE',
])('would not hand on a package under %s', (licence) =>
  expect(licenceFault({ name: 'a', licence })).not.toBeNull(),
)

it('names the works that it stands on', () => {
  const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8')
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  const unnamed = Object.keys(dependencies).filter((name) => !notices.includes(name))
  expect(unnamed).toEqual([])
  // What a binary holds that its package does not say.
  expect(notices).toMatch(/FFmpeg.*GPL-3\.0/)
})

it('collects the text of every licence', () => {
  const text = licenceTexts(packages)
  for (const { name, version } of packages.filter(({ isHere }) => isHere))
    expect(text).toContain(`${name} ${version}: `)
  expect(text).toContain('Permission is hereby granted')
})

const found = findBinaries(packages)
const { binaries } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'native-binaries.json'), 'utf8'),
) as { readonly binaries: readonly Binary[] }

// Those of other systems are held by the hashes of their packages alone.
const isListed = process.platform === 'linux' && process.arch === 'x64'
it.skipIf(!isListed)('knows every binary that a package brings', async () => {
  const small = found.filter(({ bytes }) => bytes <= largestHashed)
  const hashes = new Map<string, string>()
  for (const one of small) hashes.set(keyOf(one), await hashOf(one.at))
  expect(hashes.size).toBeGreaterThan(10)
  expect(binaryFaults(found, binaries, hashes)).toEqual([])
})

it('sees a binary that is unknown, longer or another', () => {
  const [one] = binaries
  if (!one) throw new Error('No binary is listed.')
  const faults = (change: Partial<Binary>, hash = one.sha256): readonly string[] =>
    binaryFaults([{ ...one, ...change }], binaries, new Map([[keyOf({ ...one, ...change }), hash]]))
  expect(faults({})).toEqual([])
  expect(faults({ file: 'other.node' })).toHaveLength(1)
  expect(faults({ version: '0.0.1' })).toHaveLength(1)
  expect(faults({ bytes: one.bytes + 1 })).toHaveLength(1)
  expect(faults({}, 'f'.repeat(64))).toHaveLength(1)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { obstacleTo, plan } from './plan.mjs'

const hash = 'new'
const obstacle = 'Nothing can be compiled here.'

describe('the plan', () => {
  it.each([
    ['keeps what is built from these sources', { built: hash }, { action: 'keep' }],
    [
      'copies a prebuild of these sources',
      { built: 'old', prebuilt: hash, cached: hash },
      { action: 'copy', from: 'prebuild' },
    ],
    ['copies from the cache', { prebuilt: 'old', cached: hash }, { action: 'copy', from: 'cache' }],
    ['compiles when nothing fits', { built: 'old', prebuilt: 'old' }, { action: 'compile' }],
    ['gives the reason why it cannot', { obstacle }, { action: 'missing', reason: obstacle }],
    ['needs no compiler for a copy', { cached: hash, obstacle }, { action: 'copy', from: 'cache' }],
  ])('%s', (_, found, expected) => {
    expect(plan({ hash, ...found })).toEqual(expected)
  })

  it('never takes what was built from other sources', () => {
    const old = fc.option(fc.constantFrom('old', 'older'), { nil: undefined })
    fc.assert(
      fc.property(old, old, old, (built, prebuilt, cached) => {
        expect(plan({ hash, built, prebuilt, cached })).toEqual({ action: 'compile' })
      }),
    )
  })
})

describe('what stands in the way', () => {
  const linux = { target: 'linux-x64', supported: ['linux-x64', 'win32-x64'] }

  it('is nothing where a compiler and git are', () => {
    expect(obstacleTo({ ...linux, compiler: 'g++', git: true })).toBeUndefined()
  })

  it.each([
    [{ compiler: undefined, git: true }, 'a C++ compiler is missing'],
    [{ compiler: 'g++', git: false }, 'git is missing'],
    [{ compiler: undefined, git: false }, 'a C++ compiler and git are missing'],
  ])('is named with the way to get it: %o', (tools, absent) => {
    const sentence = obstacleTo({ ...linux, ...tools })
    expect(sentence).toContain(absent)
    expect(sentence).toContain('apt install g++ git')
  })

  it('is the prebuild on Windows, even with a compiler', () => {
    const windows = { ...linux, target: 'win32-x64', compiler: 'g++', git: true }
    expect(obstacleTo(windows)).toContain('npm run build:windows')
  })

  it('is the system itself where there are no libraries for it', () => {
    const other = { ...linux, target: 'sunos-sparc', compiler: 'g++', git: true }
    expect(obstacleTo(other)).toContain('no speech addon for sunos-sparc')
  })
})

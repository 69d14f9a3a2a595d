import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArguments } from './parse-arguments.ts'
import { parseLink } from './parse-link.ts'
import { hashOf } from './place.ts'

const id = '3f0b8f2e-1c2d-4b5a-9c3e-000000000001'

describe('parseLink', () => {
  it.each([
    [`rtstt://meeting/${id}`, `#/meeting/${id}`],
    [`rtstt://meeting/${id}?t=65000`, `#/meeting/${id}?t=65000`],
    [`RTSTT://meeting/${id}/`, `#/meeting/${id}`],
    ['rtstt://search?q=budget%20plan', '#/?q=budget+plan'],
    ['rtstt://search?q=%3Cb%3E%26t%3D1', '#/?q=%3Cb%3E%26t%3D1'],
    ['rtstt://search', '#/'],
  ])('%s leads to a place', (link, hash) => {
    const asked = parseLink(link)
    expect(asked?.kind === 'go' && hashOf(asked.place)).toBe(hash)
  })

  it('asks before it records', () => {
    expect(parseLink('rtstt://record')).toEqual({ kind: 'record' })
    expect(parseLink('rtstt://record/')).toEqual({ kind: 'record' })
  })

  it.each([
    'rtstt://record?now=1',
    'rtstt://record/now',
    'rtstt://meeting/../../etc',
    `rtstt://meeting/${id}?t=-1`,
    `rtstt://meeting/${id}?t=1e9`,
    `rtstt://meeting/${id}?t=1&t=2`,
    `rtstt://meeting/${id}?edit=1`,
    `rtstt://meeting/${id}#x`,
    `rtstt://user:word@meeting/${id}`,
    `rtstt://meeting:80/${id}`,
    'rtstt://settings',
    'rtstt://search?q=a&x=b',
    `rtstt://search?q=${'a'.repeat(501)}`,
    'rtstt:record',
    'https://meeting/x',
    'file:///C:/x.wav',
    '',
  ])('%s is nothing', (link) => {
    expect(parseLink(link)).toBeNull()
  })

  it('understands only what it was made for, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.webQueryParameters(), (path, query) => {
        const asked = parseLink(`rtstt://${path}?${query}`)
        if (asked?.kind === 'go') expect(hashOf(asked.place)).toMatch(/^#\/(\?q=|meeting\/|$)/)
      }),
    )
  })
})

describe('parseArguments', () => {
  it.each([
    ['nothing', [], { link: null, files: [], hidden: false }],
    ['a start with the computer', ['--hidden'], { link: null, files: [], hidden: true }],
    [
      'files, also by their name alone',
      ['call.WAV', '/talks/a b.mp3'],
      { link: null, files: [resolve('/here', 'call.WAV'), '/talks/a b.mp3'], hidden: false },
    ],
    ['what is no sound', ['notes.txt', '--x.wav'], { link: null, files: [], hidden: false }],
    [
      'a link, and nothing that comes with it',
      ['--hidden', 'rtstt://record', 'evil.wav'],
      { link: { kind: 'record' }, files: [], hidden: false },
    ],
    [
      'a link that is none',
      ['rtstt://format?c', 'x.wav'],
      { link: null, files: [], hidden: false },
    ],
  ])('reads %s', (_, args, wishes) => {
    expect(parseArguments(args, '/here')).toEqual(wishes)
  })
})

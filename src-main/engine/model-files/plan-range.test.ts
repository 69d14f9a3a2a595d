import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isComplete,
  parseContentRange,
  planRange,
  readReply,
  type Held,
  type PartNote,
  type ReplyHead,
} from './plan-range.ts'

const note: PartNote = { source: 'http://a/x', etag: '"one"', totalBytes: 100 }
const held = (bytes: number, changes: Partial<PartNote> = {}): Held => ({
  bytes,
  note: { ...note, ...changes },
})

describe('planRange', () => {
  it.each([
    ['nothing is here', held(0), false, { from: 0, ifRange: null }],
    [
      'nothing says what the bytes are',
      { bytes: 40, note: null },
      true,
      { from: 0, ifRange: null },
    ],
    ['the server can be asked for the same file', held(40), false, { from: 40, ifRange: '"one"' }],
    ['no ETag and no hash vouch', held(40, { etag: null }), false, { from: 0, ifRange: null }],
    ['a hash vouches', held(40, { etag: null }), true, { from: 40, ifRange: null }],
    [
      'another source has no hash',
      held(40, { source: 'http://b/x' }),
      false,
      { from: 0, ifRange: null },
    ],
    [
      'another source has a hash',
      held(40, { source: 'http://b/x' }),
      true,
      { from: 40, ifRange: null },
    ],
    ['more is here than the file has', held(101), true, { from: 0, ifRange: null }],
  ])('when %s', (_, here, hashKnown, expected) => {
    expect(planRange(here, 'http://a/x', hashKnown)).toEqual(expected)
  })
})

describe('readReply', () => {
  const plan = { from: 40, ifRange: '"one"' }
  const part = (range: string, headers = {}): ReplyHead => ({
    status: 206,
    headers: { 'content-range': range, ...headers },
  })

  it.each<[string, ReplyHead, string]>([
    ['the part asked for', part('bytes 40-99/100'), 'write'],
    ['a part that begins elsewhere', part('bytes 41-99/100'), 'restart'],
    ['a part of a file of another size', part('bytes 40-98/99'), 'restart'],
    ['a part of another version', part('bytes 40-99/100', { etag: '"two"' }), 'restart'],
    ['a part that does not say which', { status: 206, headers: {} }, 'restart'],
    ['the whole file', { status: 200, headers: { 'content-length': '100' } }, 'write'],
    ['a compressed file', { status: 200, headers: { 'content-encoding': 'gzip' } }, 'elsewhere'],
    ['no such range', { status: 416, headers: {} }, 'restart'],
    ['too many requests', { status: 429, headers: {} }, 'again'],
    ['a broken server', { status: 502, headers: {} }, 'again'],
    ['no such file', { status: 404, headers: {} }, 'elsewhere'],
    ['a locked file', { status: 403, headers: {} }, 'elsewhere'],
    ['something unheard of', { status: 299, headers: {} }, 'elsewhere'],
  ])('%s', (_, reply, step) => {
    expect(readReply(plan, held(40), reply).step).toBe(step)
  })

  it('takes no weak ETag for the name of exact bytes', () => {
    const reply = { status: 200, headers: { etag: 'W/"one"' } }
    expect(readReply({ from: 0, ifRange: null }, held(0), reply)).toMatchObject({ etag: null })
  })
})

it.each([
  ['bytes 5-9/10', { from: 5, totalBytes: 10 }],
  ['bytes 5-9/*', { from: 5, totalBytes: null }],
  ['bytes 9-5/10', null],
  ['bytes 5-10/10', null],
  ['bytes */10', null],
  ['items 5-9/10', null],
  [undefined, null],
])('reads Content-Range %s', (value, expected) => {
  expect(parseContentRange(value)).toEqual(expected)
})

/** One answer of a server that may have changed its file, ignore ranges, ignore If-Range and cut. */
const answer = fc.record({
  version: fc.constantFrom(0, 1),
  ranges: fc.boolean(),
  ifRange: fc.boolean(),
  cut: fc.integer({ min: 0, max: 12 }),
})
const twoFiles = fc.tuple(
  fc.uint8Array({ minLength: 1, maxLength: 30 }),
  fc.uint8Array({ minLength: 1, maxLength: 30 }),
)

it('never takes bytes of two versions for one file, whatever the server does', () => {
  fc.assert(
    fc.property(twoFiles, fc.array(answer, { maxLength: 12 }), (files, answers) => {
      let bytes: number[] = []
      let known: PartNote | null = null
      for (const { version, ranges, ifRange, cut } of answers) {
        const file = [...(files[version] ?? [])]
        const etag = `"${version}"`
        const here: Held = { bytes: bytes.length, note: known }
        if (isComplete(here)) break
        const plan = planRange(here, 'http://a/x', false)
        const honoured = plan.from > 0 && ranges && (!ifRange || plan.ifRange === etag)
        const past = honoured && plan.from >= file.length
        const from = honoured ? plan.from : 0
        const reading = readReply(plan, here, {
          status: past ? 416 : honoured ? 206 : 200,
          headers: honoured
            ? { etag, 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }
            : { etag, 'content-length': String(file.length) },
        })
        if (reading.step === 'restart') [bytes, known] = [[], null]
        if (reading.step !== 'write') continue
        bytes = [...bytes.slice(0, reading.at), ...file.slice(from, from + cut)]
        known = { source: 'http://a/x', etag: reading.etag, totalBytes: reading.totalBytes }
        expect(bytes).toEqual(file.slice(0, bytes.length))
      }
    }),
    { numRuns: 500 },
  )
})

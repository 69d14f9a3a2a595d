import { expect, it } from 'vitest'
import { ImportId } from '#contract/ids.ts'
import type { Import } from '#contract/import.ts'
import { applyToImports, type Imports, summarize, unreadImports } from './imports.ts'

const id = (n: number) => ImportId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000000${n}`)

function file(n: number, change: Partial<Import> = {}): Import {
  const progress = { readMs: 0, totalMs: null, leftMs: null }
  const about = { id: id(n), fileName: `${n}.wav`, sizeBytes: 1_000, meetingId: null }
  return { ...about, state: 'waiting', failure: null, ...progress, ...change }
}

const whole = (...files: readonly Import[]): Imports => ({
  ...unreadImports,
  phase: 'whole',
  files,
})

it('takes in what is new, what has changed and what is gone, each in its place', () => {
  const before = whole(file(1), file(2), file(3))
  const after = applyToImports(before, {
    type: 'import.changed',
    imports: [file(4), file(2, { state: 'reading' })],
    removed: [id(1)],
  })
  expect(after.files.map((one) => [one.fileName, one.state])).toEqual([
    ['2.wav', 'reading'],
    ['3.wav', 'waiting'],
    ['4.wav', 'waiting'],
  ])
})

const half = { state: 'reading', readMs: 30_000, totalMs: 60_000, leftMs: 10_000 } as const

it.each([
  ['nothing is read yet', whole(file(1), file(2)), { over: 0, share: 0, leftMs: null }],
  [
    'one is half read, one waits that is twice as large',
    whole(file(1, half), file(2, { sizeBytes: 2_000 })),
    { over: 0, share: 0.25, leftMs: 50_000 },
  ],
  [
    'one has failed and one is done',
    whole(file(1, { state: 'failed' }), file(2, { state: 'done' })),
    { over: 2, failed: 1, share: 1, leftMs: null },
  ],
])('tells how the queue stands when %s', (_, imports, expected) => {
  expect(summarize(imports)).toMatchObject(expected)
})

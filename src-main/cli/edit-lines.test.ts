import { expect, it } from 'vitest'
import type { EditEntry } from '#contract/edit.ts'
import { historyLines } from './edit-lines.ts'

const entry: EditEntry = {
  id: 7,
  at: '2026-11-28T09:15:30.000Z',
  author: 'person',
  what: 'replaced',
  of: null,
  state: 'done',
  canRevert: true,
  segments: 3,
  changes: [{ segmentId: null, startMs: 0, about: 'text', before: 'a "b"', after: 'c' }],
}

it('prints who changed what and when, and what became of it', () => {
  const undone: EditEntry = { ...entry, what: 'split', state: 'undone', segments: 1 }
  expect(
    historyLines([entry, undone, { ...entry, id: 8, what: 'undone', of: 7, state: null }]),
  ).toEqual([
    '   7  2026-11-28 09:15  person  replaced  "a \\"b\\"" -> "c"  and 2 more',
    '   7  2026-11-28 09:15  person  split (undone)  "a \\"b\\"" -> "c"',
    '   8  2026-11-28 09:15  person  undone 7  "a \\"b\\"" -> "c"  and 2 more',
  ])
  expect(historyLines([])).toEqual(['Nothing was changed in this meeting.'])
})

it('shortens long texts and tells a missing one', () => {
  const changes = [
    { segmentId: null, startMs: null, about: 'text', before: null, after: 'x'.repeat(99) },
  ] as const
  const [line = ''] = historyLines([{ ...entry, segments: 1, changes: [...changes] }])
  expect(line).toContain('- -> "xxx')
  expect(line.length).toBeLessThan(120)
})

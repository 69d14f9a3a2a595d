import { expect, it } from 'vitest'
import type { BackendId } from './backend.ts'
import type { Verdict } from './judge-backend.ts'
import { rank } from './rank-backends.ts'

function device(id: BackendId, verdict: Verdict | null) {
  return { id, name: id, description: 'Card', type: 'gpu', totalMemoryBytes: 0, verdict }
}

it('takes the fastest usable one first and the processor last', () => {
  const devices = [
    device('vulkan:0', { state: 'usable', speed: 3 }),
    device('cuda:0', { state: 'usable', speed: 9 }),
    device('vulkan:1', { state: 'disabled', reason: 'It hung.' }),
    device('cuda:1', null),
    device('vulkan:2', { state: 'usable', speed: 0.2 }),
  ]
  expect(rank(devices)).toEqual(['cuda:0', 'vulkan:0', 'cpu'])
})

it('takes the processor where nothing else was found', () => {
  expect(rank([])).toEqual(['cpu'])
})

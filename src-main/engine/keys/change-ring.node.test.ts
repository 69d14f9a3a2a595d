import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rotated, type Unlocked, withOwn, withPassphrase, withRecovery } from './change-ring.ts'
import { keysOf, newKey } from './folder-keys.ts'
import type { OwnKeeping } from './own-keeping.ts'
import { fromWords, toWords } from './recovery-words.ts'
import { seal, unseal } from './seal.ts'
import { openPassphrase, openRecovery, placeOf } from './slots.ts'

const passphrase = 'seven herons at the weir'
const madeAt = '2026-03-02T09:00:00.000Z'

/** A computer that keeps keys in memory. */
function computer(): OwnKeeping {
  const kept = new Map<string, Uint8Array>()
  return {
    kind: 'file',
    lock(master) {
      const name = randomUUID()
      kept.set(name, master)
      return { kind: 'file', name, locked: new Uint8Array(1) }
    },
    open: (slot) => {
      const master = slot.kind === 'file' ? kept.get(slot.name) : undefined
      return master ? Buffer.from(master) : null
    },
    forget(slot) {
      if (slot.kind === 'file') kept.delete(slot.name)
    },
  }
}

function setUp() {
  const keeping = computer()
  const [id, master, database] = [randomUUID(), newKey(), newKey()]
  const held: Unlocked = {
    master,
    ring: {
      version: 1,
      id,
      slots: [keeping.lock(master, id)],
      database: seal(master, database, placeOf('database', id)),
      databaseBefore: null,
      earlier: [],
    },
  }
  return { keeping, held, database }
}

const kinds = ({ ring }: Pick<Unlocked, 'ring'>): string[] => ring.slots.map(({ kind }) => kind)

describe('a ring', () => {
  it('is opened by the last recovery phrase that was made, and by no other', () => {
    const { held } = setUp()
    const [first, last] = [newKey(), newKey()]
    const ring = withRecovery({ ...held, ring: withRecovery(held, first, madeAt) }, last, madeAt)
    const slot = ring.slots.find((one) => one.kind === 'recovery')
    if (slot?.kind !== 'recovery') throw new Error('no slot')
    expect(kinds({ ring })).toEqual(['file', 'recovery'])
    expect(openRecovery(slot, toWords(last).join(' '), ring.id)).toEqual(held.master)
    expect(openRecovery(slot, toWords(first).join(' '), ring.id)).toBeNull()
    expect(openRecovery(slot, 'seven herons', ring.id)).toBeNull()
  })

  it('is opened by its passphrase however it is typed, and by that alone where it is so wanted', () => {
    const { held, keeping } = setUp()
    const typed = 'Größe über alles'
    const ring = withPassphrase(held, { passphrase: typed, only: true, keeping })
    const [slot] = ring.slots
    if (slot?.kind !== 'passphrase') throw new Error('no slot')
    expect(kinds({ ring })).toEqual(['passphrase'])
    expect(openPassphrase(slot, typed.normalize('NFD'), ring.id)).toEqual(held.master)
    expect(openPassphrase(slot, 'Grosse', ring.id)).toBeNull()
    const without = withPassphrase({ ...held, ring }, { passphrase: null, only: false, keeping })
    expect(kinds({ ring: without })).toEqual(['file'])
  })

  it('lets a folder go from computer to computer, and keeps no more than some of them', () => {
    const { held, keeping } = setUp()
    const computers = [keeping, ...Array.from({ length: 5 }, computer)]
    const ring = computers.reduce((now, one) => withOwn({ ...held, ring: now }, one), held.ring)
    expect(withOwn({ ...held, ring }, computers.at(-1) ?? keeping)).toBe(ring)
    const opening = computers.filter((one) =>
      ring.slots.some((slot) => one.open(slot, ring.id) !== null),
    )
    expect(opening).toEqual(computers.slice(-4))
  })

  it('with new keys opens as before but by an earlier recovery phrase, and still reads what the earlier keys have locked', () => {
    const { held, keeping, database } = setUp()
    const secured = withRecovery(
      { ...held, ring: withPassphrase(held, { passphrase, only: false, keeping }) },
      newKey(),
      madeAt,
    )
    const next = rotated({ ...held, ring: secured }, { keeping, passphrase })
    const { ring, master } = next
    expect(master).not.toEqual(held.master)
    const opened = ring.slots.map((slot) => {
      if (slot.kind === 'passphrase') return openPassphrase(slot, passphrase, ring.id)
      return keeping.open(slot, ring.id)
    })
    expect(opened).toEqual([master, master])
    expect(kinds({ ring })).toEqual(['file', 'passphrase'])
    const { databaseBefore, earlier } = ring
    if (!(databaseBefore instanceof Uint8Array)) throw new Error('the earlier key is gone')
    expect(unseal(master, databaseBefore, placeOf('database', ring.id))).toEqual(database)
    const before = keysOf({ master: held.master, earlier: [], database })
    const wrapped = before.wrap(randomBytes(32), 'a place')
    const masters = earlier.map((one) => unseal(master, one, placeOf('master', ring.id)))
    expect(masters).toEqual([held.master])
    const now = keysOf({ master, earlier: [held.master], database })
    expect(now.unwrap(wrapped, 'a place')).toEqual(before.unwrap(wrapped, 'a place'))
  })

  it('gets no new keys without the passphrase that would have to lock them', () => {
    const { held, keeping } = setUp()
    const ring = withPassphrase(held, { passphrase, only: false, keeping })
    for (const said of [null, 'eight herons'])
      expect(() => rotated({ ...held, ring }, { keeping, passphrase: said })).toThrow(
        expect.objectContaining({ code: 'data_locked' }),
      )
  })
})

it('a recovery phrase is read however it was written down', () => {
  const entropy = newKey()
  const words = toWords(entropy)
  const written = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n')
  expect(fromWords(written)).toEqual(new Uint8Array(entropy))
  expect(fromWords(words.slice(1).join(' '))).toBeNull()
  expect(fromWords(['zoo', ...words.slice(1)].join(' '))).toBeNull()
})

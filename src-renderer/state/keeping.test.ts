import { expect, it } from 'vitest'
import { applyToKeeping, untoldKeeping } from './keeping.ts'

const backups = { folder: '/data/backups', backups: [], restoring: null, problem: 'No room.' }
const damage = { suspected: true, repair: null }

it('holds what was told last of backups and of damage', () => {
  const told = applyToKeeping(untoldKeeping, { type: 'backups.changed', ...backups })
  expect(told).toEqual({ backups, damage: null })
  expect(applyToKeeping(told, { type: 'damage.changed', ...damage })).toEqual({ backups, damage })
  expect(applyToKeeping(told, { type: 'devices.changed', devices: [] })).toBe(told)
})

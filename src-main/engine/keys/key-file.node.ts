/** Keeps the master key by a key file outside the data folder, which only its owner can read. */
import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { newKey } from './folder-keys.ts'
import type { OwnKeeping } from './own-keeping.ts'
import type { Slot } from './ring.ts'
import { KEY_BYTES, seal, unseal } from './seal.ts'
import { placeOf } from './slots.ts'
import { writePrivately } from './write-privately.node.ts'

export function keyFiles(folder: string): OwnKeeping {
  const pathOf = (ringId: string, name: string): string => join(folder, `${ringId}.${name}.key`)
  return {
    kind: 'file',
    lock(master, ringId): Slot {
      const [name, key] = [randomUUID(), newKey()]
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writePrivately(pathOf(ringId, name), `${key.toString('base64')}\n`)
      return { kind: 'file', name, locked: seal(key, master, placeOf('key file', ringId)) }
    },
    open(slot, ringId) {
      const key = slot.kind === 'file' ? readKeyFile(pathOf(ringId, slot.name)) : null
      if (slot.kind !== 'file' || key === null) return null
      return unseal(key, slot.locked, placeOf('key file', ringId))
    },
    forget(slot, ringId) {
      if (slot.kind === 'file') rmSync(pathOf(ringId, slot.name), { force: true })
    },
  }
}

function readKeyFile(path: string): Buffer | null {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return null
  // Windows has no such modes; there the rights of the person's own folders keep others out.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new AppError(
      'data_locked',
      `The key file of this data folder can be read by other users of this computer, so it is not used. Nothing was changed. If nobody else has read it, close it with: chmod 600 "${path}"`,
    )
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  return key.length === KEY_BYTES ? key : null
}

/** Where key files lie unless RTSTT_KEYS says otherwise: with the person's settings, never in a data folder. */
export function keysFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env['RTSTT_KEYS']) return resolve(env['RTSTT_KEYS'])
  const home = homedir()
  switch (platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'RTSTT keys')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'RTSTT keys')
    default:
      return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'rtstt', 'keys')
  }
}

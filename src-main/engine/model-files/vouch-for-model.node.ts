/**
 * Vouches for a fetched or added model before it is used. Reading gigabytes at every start would be too
 * slow: a file whose size and time are those at which its hash was last right is taken as unchanged.
 */
import { stat } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import { hashFile } from './hash-file.node.ts'
import type { Shelved } from './model-shelf.node.ts'
import type { Pins } from './pins.node.ts'
import type { Seen } from './seen.ts'

/** Refuses a present model whose file is not what it was. What came with the program is not asked. */
export async function vouchFor(pins: Pins, shelved: Shelved): Promise<void> {
  const { model, path, sha256, seen } = shelved
  if (sha256 === null || model.origin === 'bundled' || model.state !== 'present') return
  const now = await lookAt(path)
  if (seen?.bytes === now.bytes && seen.mtimeMs === now.mtimeMs) return
  const isSame = (seen === null || seen.bytes === now.bytes) && (await hashFile(path)) === sha256
  if (!isSame) throw damaged(shelved)
  await remember(pins, model.id, { sha256, ...now })
}

export async function lookAt(path: string): Promise<Seen> {
  const { size, mtimeMs } = await stat(path)
  return { bytes: size, mtimeMs }
}

function damaged({ model }: Shelved): AppError {
  const { id, name, origin } = model
  const remedy =
    origin === 'added'
      ? 'Add the good file again with: rtstt models add FILE'
      : `Fetch it again with: rtstt models pull ${id}`
  return new AppError(
    'model_broken',
    `The file of the model ${name} has changed and is not used. ${remedy}`,
  )
}

/** Keeps for the next time that the file was right. Failing to keep it only costs another reading. */
export async function remember(
  pins: Pins,
  id: string,
  pin: Seen & { readonly sha256: string },
): Promise<void> {
  try {
    await pins.change((pinned) => {
      const own = Object.hasOwn(pinned.own, id) ? pinned.own[id] : undefined
      if (own) return { ...pinned, own: { ...pinned.own, [id]: { ...own, ...pin } } }
      // An added model that was removed meanwhile stays removed.
      if (id.startsWith('own-')) return pinned
      return { ...pinned, fetched: { ...pinned.fetched, [id]: pin } }
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

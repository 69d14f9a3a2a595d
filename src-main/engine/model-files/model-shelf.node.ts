/** Which model files lie where, and what is known about each: the reading half of the models folder. */
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Model } from '#contract/model.ts'
import type { Catalog, CatalogEntry } from './catalog.ts'
import { isMissing } from './disk-failure.ts'
import { memoryNeed } from './memory-need.ts'
import type { OwnModel, Pin, Pinned, Pins } from './pins.node.ts'
import type { Seen } from './seen.ts'

/** A model with the place of its file and the hash the file must have, if one is known. */
export interface Shelved {
  readonly model: Model
  readonly path: string
  readonly sha256: string | null
  /** The file's size and time when it last had that hash, if known. */
  readonly seen: Seen | null
  /** Writes its thoughts before it answers; false where nobody knows. */
  readonly thinks: boolean
}

export interface Shelf {
  all(): Promise<readonly Shelved[]>
  byId(id: string): Promise<Shelved | null>
  /** The folder of a fetched or added model, and of nothing else. */
  folderOf(id: string): string
}

interface Folders {
  readonly folder: string
  readonly bundledFolder: string
}

export function modelShelf(folders: Folders, catalog: Catalog, pins: Pins): Shelf {
  const folderOf = (id: string): string => join(folders.folder, id)

  async function fromCatalog(entry: CatalogEntry, pinned: Pinned): Promise<Shelved> {
    const path =
      entry.origin === 'bundled'
        ? resolve(folders.bundledFolder, entry.path)
        : join(folderOf(entry.id), entry.file)
    const pin = pinned.fetched[entry.id] ?? null
    const { id, name, kind, runtime, licence, origin } = entry
    const sizeBytes = await sizeOf(path)
    const state = sizeBytes === null ? await absence(path) : 'present'
    const sha256 = entry.sha256 ?? pin?.sha256 ?? null
    return {
      path,
      sha256,
      // What was seen of another edition says nothing about this one.
      seen: pin?.sha256 === sha256 ? seenIn(pin) : null,
      thinks: entry.thinks,
      model: {
        id,
        name,
        kind,
        runtime,
        licence,
        origin,
        state,
        languages: [...entry.languages],
        sizeBytes: sizeBytes ?? entry.bytes,
        hash: entry.sha256 !== null ? 'published' : pin !== null ? 'pinned' : 'none',
        path: state === 'present' ? path : null,
        memoryBytes: memoryNeed({ ...entry, sizeBytes: sizeBytes ?? entry.bytes }),
        fit: null,
        recommended: false,
      },
    }
  }

  async function fromOwn(id: string, own: OwnModel): Promise<Shelved> {
    const { name, kind, runtime, languages } = own
    const path = join(folderOf(id), own.file)
    const sizeBytes = await sizeOf(path)
    return {
      path,
      sha256: own.sha256,
      seen: seenIn(own),
      thinks: false,
      model: {
        id,
        name,
        kind,
        runtime,
        languages,
        sizeBytes: sizeBytes ?? own.bytes,
        licence: null,
        hash: 'pinned',
        origin: 'added',
        state: sizeBytes === null ? 'absent' : 'present',
        path: sizeBytes === null ? null : path,
        memoryBytes: memoryNeed({
          kind,
          sizeBytes: sizeBytes ?? own.bytes,
          cacheBytesPerToken: null,
          runningBytes: null,
        }),
        fit: null,
        recommended: false,
      },
    }
  }

  return {
    folderOf,
    async all() {
      const pinned = await pins.read()
      return Promise.all([
        ...[...catalog.values()].map((entry) => fromCatalog(entry, pinned)),
        ...Object.entries(pinned.own).map(([id, own]) => fromOwn(id, own)),
      ])
    },
    async byId(id) {
      const pinned = await pins.read()
      const entry = catalog.get(id)
      if (entry) return fromCatalog(entry, pinned)
      const own = Object.hasOwn(pinned.own, id) ? pinned.own[id] : undefined
      return own ? fromOwn(id, own) : null
    },
  }
}

function seenIn(pin: Pin | null): Seen | null {
  if (pin?.mtimeMs === undefined) return null
  return { bytes: pin.bytes, mtimeMs: pin.mtimeMs }
}

/** Null when there is no such file. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function absence(path: string): Promise<'partial' | 'absent'> {
  return (await sizeOf(`${path}.part`)) === null ? 'absent' : 'partial'
}

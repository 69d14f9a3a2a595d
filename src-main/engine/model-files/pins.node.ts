/**
 * `pins.json` in the models folder: the hash, size and time that a file had when it was last known to be right,
 * and everything that is known about files people added.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { ModelKind } from '#contract/model.ts'
import { isMissing, onDisk } from './disk-failure.ts'
import { writeWhole } from './replace-file.node.ts'

const Pin = z.strictObject({
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  /** The file's time when its hash was last right; unknown in what older versions wrote. */
  mtimeMs: z.number().optional(),
})

const OwnModel = z.strictObject({
  ...Pin.shape,
  name: z.string(),
  /** The file's name inside the model's folder. */
  file: z.string().regex(/^[^/\\]+$/),
  kind: ModelKind,
  runtime: z.string(),
  languages: z.array(z.string()),
})

const PinsFile = z.strictObject({
  version: z.literal(1),
  fetched: z.record(z.string(), Pin),
  own: z.record(z.string().regex(/^own-[a-z0-9-]+$/), OwnModel),
})

export type Pin = Readonly<z.infer<typeof Pin>>
export type OwnModel = Readonly<z.infer<typeof OwnModel>>
export type Pinned = Readonly<z.infer<typeof PinsFile>>

export interface Pins {
  read(): Promise<Pinned>
  /** Changes follow one another, so that none is lost. */
  change(edit: (pinned: Pinned) => Pinned): Promise<void>
}

export function pins(path: string): Pins {
  let last: Promise<void> = Promise.resolve()
  return {
    read: () => readPins(path),
    change(edit) {
      const next = last.then(() => onDisk(() => rewrite(path, edit)))
      // A failed change is its caller's to hear about, not the next one's.
      last = next.catch(() => {})
      return next
    },
  }
}

async function rewrite(path: string, edit: (pinned: Pinned) => Pinned): Promise<void> {
  const edited = edit(await readPins(path))
  await mkdir(dirname(path), { recursive: true })
  await writeWhole(path, `${JSON.stringify(edited, null, 2)}\n`)
}

async function readPins(path: string): Promise<Pinned> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return { version: 1, fetched: {}, own: {} }
    throw error
  }
  try {
    return PinsFile.parse(JSON.parse(text))
  } catch (cause) {
    const sentence =
      'The file pins.json in the models folder is damaged. Rename it, then add your own models again.'
    throw new AppError('data_broken', sentence, { cause })
  }
}

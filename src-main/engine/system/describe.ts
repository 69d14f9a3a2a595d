import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import type { SystemReport } from '#contract/system.ts'
import { type LanguageAsked, tryLanguage } from './try-language.ts'
import { type RecognitionAsked, tryRecognition } from './try-recognition.ts'
import { trySound } from './try-sound.ts'

/** The little of each part that is asked; rooms are strangers, so the shapes are stated here. */
interface Asked extends RecognitionAsked, LanguageAsked {
  readonly rtsttVersion: string
  readonly data: string
  readonly store: {
    readonly version: { readonly sqlite: string }
    readonly meetings: { list(): readonly unknown[] }
  }
  readonly modelFiles: {
    list(): Promise<ReadonlyArray<{ readonly id: string; readonly state: string }>>
    preferred(): Promise<{ readonly id: string; readonly path: string } | null>
  }
  readonly devices: { readonly list: () => Promise<readonly unknown[]> }
}

/** Finds out what works here by trying it: libraries are loaded, the chosen model is opened. */
export async function describeSystem(asked: Asked): Promise<SystemReport> {
  const { store, modelFiles, devices, data } = asked
  const { chosen, problem } = await preferredHere(asked)
  const recognition = await tryRecognition(asked, chosen?.path ?? null, problem)
  const known = await modelFiles.list()
  return {
    versions: {
      rtstt: asked.rtsttVersion,
      node: process.versions.node,
      platform: `${process.platform}-${process.arch}`,
      whisper: recognition.whisper,
      ggml: recognition.ggml,
      sqlite: store.version.sqlite,
    },
    recognition: recognition.report,
    language: await tryLanguage(asked),
    audio: await trySound(devices.list),
    models: {
      present: known.filter(({ state }) => state === 'present').map(({ id }) => id),
      chosen: chosen?.id ?? null,
    },
    data: {
      path: data,
      writable: await canWrite(data),
      freeBytes: await freeBytes(data),
      meetings: store.meetings.list().length,
    },
  }
}

/** A damaged model is a finding of the report, not its end. */
async function preferredHere({ modelFiles }: Pick<Asked, 'modelFiles'>) {
  try {
    return { chosen: await modelFiles.preferred(), problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { chosen: null, problem: error.message }
  }
}

async function canWrite(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

/** Free space, or null where the file system does not tell. */
async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** Finds out what a file is and who can decode it; what cannot be heard is refused in words. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { Decoder } from './decoder.ts'
import { systemCode } from './file-failure.ts'
import { openWav } from './wav-decoder.node.ts'

/** Opens a sound or video file. The caller disposes the decoder. */
export async function openDecoder(path: string): Promise<Decoder> {
  const name = basename(path)
  const decoder = await tryToOpen(path, name)
  if (decoder.totalSeconds !== 0) return decoder
  await decoder[Symbol.asyncDispose]()
  throw new AppError('audio_empty', `“${name}” holds no sound: it is zero seconds long.`)
}

async function tryToOpen(path: string, name: string): Promise<Decoder> {
  try {
    const file = await stat(path)
    if (file.isDirectory()) {
      throw new AppError('file_unreadable', `“${name}” is a folder. Choose a sound or video file.`)
    }
    if (file.size === 0) {
      throw new AppError('audio_empty', `“${name}” is empty: there is nothing to hear in it.`)
    }
    const decoder = (await openWav(path)) ?? (await openOther(path, name))
    if (decoder) return decoder
  } catch (error) {
    throw asReadFailure(error, name)
  }
  throw new AppError(
    'audio_unsupported',
    `“${name}” cannot be read: it is damaged, or no sound or video file of a known kind.`,
  )
}

/** The codec library is large and takes a moment to load, so it is only asked for when it is needed. */
async function openOther(path: string, name: string): Promise<Decoder | null> {
  const library = await import('./av-file.native.ts').catch((cause: unknown) => {
    throw new AppError(
      'audio_unsupported',
      `“${name}” cannot be read because the library for compressed sound does not work here. Convert the file to WAV.`,
      { cause },
    )
  })
  return library.openAvFile(path, name)
}

function asReadFailure(error: unknown, name: string): unknown {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    // No file can have a name that is too long, or one with a zero byte.
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return new AppError(
        'file_missing',
        `There is no file “${name}” there. Check its name and folder.`,
        { cause: error },
      )
    case 'EACCES':
    case 'EPERM':
      return new AppError(
        'file_unreadable',
        `“${name}” may not be read. Allow reading it, or copy it to another folder.`,
        { cause: error },
      )
    default:
      return error
  }
}

import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import { PartName, type Verification } from '#contract/export.ts'
import { asciiJson, type Piece, piecesOf, sha256, textIn } from './player-frame.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Manifest = z.strictObject({
  format: z.literal('rtstt-player'),
  version: z.literal(1),
  parts: z.strictObject({
    text: Sha256,
    sound: Sha256,
    script: Sha256,
    style: Sha256,
    frame: Sha256,
  }),
})

/** Reads a player file from the disk and compares it with its own hashes. */
export async function verifyPlayer(path: string): Promise<Verification> {
  return verified(await contentOf(path))
}

/** `file` has one letter for each byte. */
export function verified(file: string): Verification {
  const pieces = piecesOf(file)
  const { parts } = manifestOf(textIn(pieces, 'manifest'))
  const states = PartName.options.map((name) => ({
    name,
    state: stateOf(pieces, name, parts[name]),
    sha256: parts[name],
  }))
  return { intact: states.every(({ state }) => state === 'intact'), parts: states }
}

function stateOf(
  pieces: readonly Piece[],
  name: PartName,
  told: string,
): Verification['parts'][number]['state'] {
  const element = name === 'frame' ? null : name
  if (sha256(Buffer.from(textIn(pieces, element), 'latin1')) === told) return 'intact'
  const isThere = pieces.some((piece) => piece.element === element)
  return isThere || name === 'sound' ? 'changed' : 'missing'
}

function manifestOf(text: string): z.infer<typeof Manifest> {
  try {
    const manifest = Manifest.parse(JSON.parse(text))
    if (asciiJson(manifest) === text) return manifest
  } catch (error) {
    throw noManifest(error)
  }
  throw noManifest(null)
}

function noManifest(cause: unknown): AppError {
  return new AppError(
    'invalid_input',
    'This is no player file of RTSTT, or its list of hashes was changed. Nothing can be said about it.',
    { cause },
  )
}

async function contentOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1')
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isGone
      ? new AppError('file_missing', `There is no file ${path}.`, { cause: error })
      : new AppError('file_unreadable', `${path} cannot be read. Close it in other programs.`, {
          cause: error,
        })
  }
}

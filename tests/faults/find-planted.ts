/** Looks for a phrase, byte for byte, in everything below a folder. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Searched {
  readonly files: number
  /** Where it stands: the file below the folder, and in which form. */
  readonly found: readonly string[]
}

export function findPlanted(folder: string, phrase: string): Searched {
  const forms = formsOf(phrase)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isFile(),
  )
  const found = names.flatMap((name) => {
    const bytes = read(join(folder, name))
    return forms.filter(([, form]) => bytes.includes(form)).map(([what]) => `${name} as ${what}`)
  })
  return { files: names.length, found }
}

/** The words of the phrase as texts and indexes hold them; base 64 lies in one of three ways over its groups of three bytes. */
function formsOf(phrase: string): ReadonlyArray<readonly [string, Buffer]> {
  const words = [...new Set([phrase, ...phrase.split(' ').filter((word) => word.length >= 8)])]
  return words.flatMap((word) => [
    ['text', Buffer.from(word)] as const,
    ['capitals', Buffer.from(word.toUpperCase())] as const,
    ['UTF-16', Buffer.from(word, 'utf16le')] as const,
    ['hexadecimal', Buffer.from(Buffer.from(word).toString('hex'))] as const,
    ...[0, 1, 2].map((shift) => [`base 64 (${shift})`, alignedBase64(word, shift)] as const),
  ])
}

/** Only the letters that the phrase alone decides. */
function alignedBase64(word: string, shift: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)])
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3))
  return Buffer.from(whole.toString('base64').slice(shift === 0 ? 0 : 4))
}

/** A file may go while it is looked for. */
function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    return Buffer.alloc(0)
  }
}

import { cleanTokens } from './speech-pieces.ts'

/** Leaves room for a suffix and a folder below the 255 that file systems allow. */
const longest = 100

/**
 * A name that every file system takes, Windows included: the date comes first, so that names sort by
 * time and no name is one that Windows reserves for devices.
 */
export function fileName(title: string, startedAt: string, extension: string): string {
  const clean = cleanTokens(title.replaceAll(/[<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, ' ')).join(
    ' ',
  )
  const words = shorten(clean)
    // Windows drops dots and spaces at the end, so the name would not be found again.
    .replace(/[. ]+$/, '')
    .trim()
  return `${startedAt.slice(0, 10)} ${words === '' ? 'meeting' : words}.${extension}`
}

/** Counted in UTF-8, because Linux counts bytes; cut between characters. */
function shorten(text: string): string {
  let short = ''
  let bytes = 0
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > longest) return short
    short += character
  }
  return short
}

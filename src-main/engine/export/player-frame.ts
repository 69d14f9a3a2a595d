/** The file around the parts of a player: where each of them begins and ends, for who writes it and who reads it. */
import { createHash } from 'node:crypto'

/** What a browser may do with the file: run this script and this style, play what is in it, and nothing else. */
function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script, 'base64')}'`,
    `style-src 'sha256-${sha256(style, 'base64')}'`,
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

const openings = {
  style: '<style data-part="style">',
  text: '<script type="application/json" data-part="text">',
  sound: '<script type="text/plain" data-part="sound">',
  manifest: '<script type="application/json" data-part="manifest">',
  script: '<script data-part="script">',
} as const

export type Element = keyof typeof openings
const elements: readonly Element[] = ['style', 'text', 'sound', 'manifest', 'script']

function closingOf(element: Element): string {
  return element === 'style' ? '</style>' : '</script>'
}

export interface Parts {
  readonly title: string
  readonly language: string
  /** Shown where scripts do not run. */
  readonly plea: string
  readonly style: string
  readonly text: string
  readonly sound: readonly string[]
  readonly script: string
}

/** A stretch of the file: the content of an element, or what stands between them. */
export interface Piece {
  readonly element: Element | null
  readonly text: string
}

/** The file from its first letter to its last; `manifest` is what stands in its place. */
export function framed(parts: Parts, manifest: string): Piece[] {
  const { title, language, plea, style, text, sound, script } = parts
  const between = (frame: string): Piece => ({ element: null, text: frame })
  const put = (element: Element, content: string): Piece[] => [
    between(openings[element]),
    { element, text: content },
    between(`${closingOf(element)}\n`),
  ]
  return [
    between(`<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`),
    between(`<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">\n`),
    between('<meta name="viewport" content="width=device-width, initial-scale=1">\n'),
    between(
      '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="RTSTT">\n',
    ),
    between(`<title>${escapedInMarkup(title)}</title>\n`),
    ...put('style', style),
    between(`</head>\n<body>\n<noscript>${escapedInMarkup(plea)}</noscript>\n`),
    ...put('text', text),
    ...sound.flatMap((piece) => put('sound', piece)),
    ...put('manifest', manifest),
    ...put('script', script),
    between('</body>\n</html>\n'),
  ]
}

/** What stands in an element, or between all of them. */
export function textIn(pieces: readonly Piece[], element: Element | null): string {
  return pieces
    .filter((piece) => piece.element === element)
    .map(({ text }) => text)
    .join('')
}

/** The same pieces, of a file that somebody gives us. */
export function piecesOf(file: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (;;) {
    const next = nextOpening(file, at)
    if (next === null) return [...pieces, { element: null, text: file.slice(at) }]
    const closing = file.indexOf(closingOf(next.element), next.to)
    const end = closing < 0 ? file.length : closing
    pieces.push({ element: null, text: file.slice(at, next.to) })
    pieces.push({ element: next.element, text: file.slice(next.to, end) })
    at = end
  }
}

function nextOpening(
  file: string,
  from: number,
): { readonly element: Element; readonly to: number } | null {
  // Each of them begins like this, and nothing else in the file does.
  for (let at = file.indexOf('<s', from); at >= 0; at = file.indexOf('<s', at + 1)) {
    for (const element of elements)
      if (file.startsWith(openings[element], at))
        return { element, to: at + openings[element].length }
  }
  return null
}

export function sha256(text: string | Uint8Array, form: 'hex' | 'base64' = 'hex'): string {
  return createHash('sha256').update(text).digest(form)
}

/** JSON in which nothing can end a script, and every letter is ASCII: no transport and no editor changes it. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[<>&]|[^\x20-\x7e]/g, escapedInJson)
}

function escapedInJson(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function escapedInMarkup(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[<>&"']|[^\x20-\x7e]/gu, (letter) => `&#${letter.codePointAt(0) ?? 0};`)
}

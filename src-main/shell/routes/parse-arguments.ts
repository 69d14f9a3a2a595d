/** What a start of the program asks for: a link, files to read, or to stay in the tray. */
import { extname, isAbsolute, resolve } from 'node:path'
import { type Asked, linkScheme, parseLink } from './parse-link.ts'
import { soundExtensions } from './sound-extensions.ts'

export interface Wishes {
  readonly link: Asked | null
  /** Full paths of sound and video files. */
  readonly files: readonly string[]
  /** Started with the computer: no window, only the tray. */
  readonly hidden: boolean
}

/** `args` without the program itself (and, while it is worked on, without its folder). */
export function parseArguments(args: readonly string[], folder: string): Wishes {
  // Windows starts the program for a link with that link alone; switches in it must not reach us.
  const link = args.find((arg) => arg.toLowerCase().startsWith(`${linkScheme}:`))
  if (link !== undefined) return { link: parseLink(link), files: [], hidden: false }
  return {
    link: null,
    files: args.filter(isSound).map((path) => (isAbsolute(path) ? path : resolve(folder, path))),
    hidden: args.includes('--hidden'),
  }
}

function isSound(arg: string): boolean {
  return !arg.startsWith('-') && soundExtensions.includes(extname(arg).slice(1).toLowerCase())
}

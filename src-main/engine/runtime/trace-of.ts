import { homedir } from 'node:os'

/** So many errors that caused one another are told. */
const mostCauses = 4

/**
 * Where an error came from, without a word of what it says: messages repeat what could not be understood, and that may
 * have been speech, a title or a name. The home folder, which bears its owner's name, is `~`.
 */
export function traceOf(error: unknown, home: string = homedir()): string {
  const lines: string[] = []
  let told = error
  for (let depth = 0; depth < mostCauses && told !== undefined; depth++) {
    lines.push(depth === 0 ? kindOf(told) : `caused by ${kindOf(told)}`, ...framesOf(told))
    told = told instanceof Error ? told.cause : undefined
  }
  const text = lines.join('\n')
  return home.length > 1 ? text.replaceAll(home, '~') : text
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  // Both are written by programs; what is longer, or has a space, was made up of something else.
  const plain = (word: string): boolean => /^[\w.]{1,60}$/.test(word)
  const name = plain(error.name) ? error.name : 'Error'
  return code !== null && plain(code) ? `${name} ${code}` : name
}

/** Only lines that look like places in code: a message may have several lines of its own, also such that begin with "at". */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { stack = '', message } = error
  const frames = stack.startsWith(`${error.name}: ${message}`)
    ? stack.slice(error.name.length + 2 + message.length)
    : stack.replace(message, '')
  return frames.split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
}

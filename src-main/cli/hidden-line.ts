import { readKeys } from './keys.ts'
import type { Terminal } from './terminal.ts'

const ends = '\r\n\u0004'
const erases = '\u007F\b'

/** A line that is typed and not shown; null where nobody can type, and once `interrupted`. */
export async function hiddenLine(
  question: string,
  { terminal, interrupted }: { readonly terminal: Terminal; readonly interrupted: AbortSignal },
  read: (onKey: (key: string) => void) => Disposable | null = readKeys,
): Promise<string | null> {
  const typed = Promise.withResolvers<string | null>()
  let line: string[] = []
  using keys = read((key) => {
    if (ends.includes(key)) typed.resolve(line.join(''))
    else if (erases.includes(key)) line = line.slice(0, -1)
    else if (key >= ' ') line.push(key)
  })
  if (!keys) return null
  const giveUp = (): void => typed.resolve(null)
  interrupted.addEventListener('abort', giveUp)
  terminal.status(question)
  try {
    return interrupted.aborted ? null : await typed.promise
  } finally {
    terminal.status(null)
    interrupted.removeEventListener('abort', giveUp)
  }
}

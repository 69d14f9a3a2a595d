/** What processes asked the system to send, and where to: every network call that strace saw. */
import { readFileSync } from 'node:fs'

export interface Sent {
  readonly call: string
  readonly address: string
  readonly port: number
  /** A question for a name server, whoever answers it. */
  readonly isQuestion: boolean
}

/** The program stays the child of who starts it, and can be sent signals. */
export const tracing = [
  ...['-D', '-f', '-qq', '--seccomp-bpf', '-s', '400'],
  ...['-e', 'trace=connect,sendto,sendmsg,sendmmsg'],
] as const

/** Those that leave the computer. */
export function sentBeyond(file: string): readonly Sent[] {
  return allSent(file).filter(({ address, isQuestion }) => isQuestion || !isOwn(address))
}

/** The names that were asked for, by the questions themselves. */
export function namesAsked(file: string, names: readonly string[]): readonly string[] {
  const text = readFileSync(file, 'latin1')
  return names.filter((name) => text.includes(asInQuestion(name)))
}

/** How many questions a trace holds, whatever they ask for. */
export function questionsIn(file: string): number {
  return readFileSync(file, 'latin1').match(/\\1\\0\\0\\1\\0\\0\\0\\0\\0\\0/g)?.length ?? 0
}

function allSent(file: string): Sent[] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, call] = /(connect|sendto|sendmsg|sendmmsg)(?:\(| resumed)/.exec(line) ?? []
      if (!call) return []
      const four = /sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/.exec(line)
      const six = /sin6_port=htons\((\d+)\).*?inet_pton\(AF_INET6, "([^"]+)"/.exec(line)
      const [, port, address] = four ?? six ?? []
      if (!port || !address) return []
      return [{ call, address, port: Number(port), isQuestion: port === '53' }]
    })
}

function isOwn(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.')
}

/** Each part of a name has its length before it; strace writes it in octal. */
function asInQuestion(name: string): string {
  return name
    .split('.')
    .map((part) => `${octal(part.length)}${part}`)
    .join('')
}

function octal(length: number): string {
  const short = { 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' }
  return Object.hasOwn(short, length)
    ? short[length as keyof typeof short]
    : length >= 32 && length < 127
      ? String.fromCharCode(length)
      : `\\${length.toString(8)}`
}

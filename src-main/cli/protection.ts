/** How the data folder is kept from others: told, and changed. */
import { createInterface } from 'node:readline'
import { AppError } from '#contract/errors.ts'
import type { Protection } from '#contract/protection.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { hiddenLine } from './hidden-line.ts'

/** Tells how the folder is protected. */
export async function keysStatus(context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  return tell(await engine.api['keys.describe']({}), context)
}

/** Makes a recovery phrase and shows it, this once. */
export async function makeRecovery(context: Context): Promise<number> {
  await using engine = await context.openEngine('write')
  const { words } = await engine.api['keys.makeRecovery']({})
  showWords(words, context)
  return exitCodes.done
}

export interface PassphraseOptions {
  readonly only?: boolean
  readonly remove?: boolean
}

/** Sets the passphrase of the folder, or takes it away. */
export async function setPassphrase(
  { only = false, remove = false }: PassphraseOptions,
  context: Context,
): Promise<number> {
  if (only && remove)
    throw new AppError('invalid_input', 'Take either --only or --remove, not both.')
  await using engine = await context.openEngine('write')
  const passphrase = remove ? null : await newPassphrase(context)
  const input = inputFor('keys.setPassphrase', { passphrase, only })
  return tell(await engine.api['keys.setPassphrase'](input), context)
}

/** Opens a folder of another computer by its recovery phrase, and lets this computer open it from then on. */
export async function openByWords(context: Context): Promise<number> {
  const words = await said('Recovery phrase, 24 words: ', context)
  if (words === null || words.trim() === '')
    throw new AppError(
      'invalid_input',
      'No words were given. Type them, or give them on standard input.',
    )
  await using engine = await context.openEngine('write', words)
  return tell(await engine.api['keys.keepHere']({}), context)
}

/** New keys for everything in the folder. */
export async function rotateKeys(context: Context): Promise<number> {
  const { terminal, json } = context
  await using engine = await context.openEngine('write')
  const { hasPassphrase } = await engine.api['keys.describe']({})
  const given = process.env['RTSTT_PASSPHRASE'] || null
  const passphrase = hasPassphrase ? (given ?? (await said('Passphrase: ', context))) : null
  terminal.status('Locking everything with new keys …')
  const { words } = await engine.api['keys.rotate']({ passphrase })
  terminal.status(null)
  if (words) showWords(words, context)
  else if (json) terminal.result(JSON.stringify({ words }))
  if (!json) terminal.say('Everything in the data folder is locked with new keys.')
  return exitCodes.done
}

/** A line of standard input where that is no terminal; a hidden one else. */
async function said(question: string, context: Context): Promise<string | null> {
  if (process.stdin.isTTY) return hiddenLine(question, context)
  let text = ''
  for await (const line of createInterface(process.stdin)) text += `${line}\n`
  return text.trimEnd()
}

/** Services give it in the environment; who types it types it twice. */
async function newPassphrase(context: Context): Promise<string> {
  const given = process.env['RTSTT_PASSPHRASE'] || null
  const first = given ?? (await said('New passphrase: ', context))
  const again =
    given === null && process.stdin.isTTY ? await hiddenLine('The same again: ', context) : first
  if (first === null) throw new AppError('cancelled', 'Nothing was changed.')
  if (first === again) return first
  throw new AppError('invalid_input', 'The two were not the same. Nothing was changed.')
}

function showWords(words: readonly string[], { terminal, json }: Context): void {
  if (json) return terminal.result(JSON.stringify({ words }))
  terminal.say('These words open the data folder without this computer. Write them down, in this')
  terminal.say('order, and keep them where nobody else reads them. They are not shown again.')
  for (const line of wordLines(words)) terminal.result(line)
}

/** Four words a line, each with its number. */
export function wordLines(words: readonly string[]): string[] {
  const numbered = words.map((word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(8)}`)
  return Array.from({ length: Math.ceil(numbered.length / 4) }, (_, row) =>
    numbered
      .slice(row * 4, row * 4 + 4)
      .join('  ')
      .trimEnd(),
  )
}

function tell(protection: Protection, { terminal, json }: Context): number {
  if (json) terminal.result(JSON.stringify(protection, null, 2))
  else for (const line of protectionLines(protection)) terminal.result(line)
  return exitCodes.done
}

export function protectionLines(protection: Protection): string[] {
  return rows(protection).map(([name, value]) => `${name.padEnd(14)}${value}`)
}

function rows(protection: Protection): ReadonlyArray<readonly [string, string]> {
  const { textEncrypted, plainRecordings, openedBy, hasPassphrase, recoveryMadeAt } = protection
  const opened = {
    account: 'this Windows account',
    key_file: 'a key file of this user',
    none: 'the passphrase, at every start',
  }[openedBy ?? 'none']
  return [
    ['Text', textEncrypted ? 'encrypted' : 'not encrypted yet: start one program alone'],
    ['Recordings', plainRecordings === 0 ? 'encrypted' : `${plainRecordings} not encrypted yet`],
    ['Opened by', opened],
    ['Passphrase', hasPassphrase ? 'set' : 'none'],
    [
      'Recovery',
      recoveryMadeAt === null
        ? 'no phrase: without this computer nobody can open the folder (rtstt keys recovery)'
        : `phrase made ${recoveryMadeAt.slice(0, 10)}`,
    ],
    ...(protection.isRotating
      ? [['New keys', 'not everything is locked by them yet'] as const]
      : []),
    ...(protection.isPrivate === false
      ? [['Folder', 'other users of this computer can look into it'] as const]
      : []),
  ]
}

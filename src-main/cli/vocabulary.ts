import { readFile } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'
import {
  type ChangedVocabulary,
  MeetingVocabulary,
  termsInList,
  type VocabularyChange,
} from '#contract/vocabulary.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'

export async function listTerms({ terminal, json, openEngine }: Context): Promise<number> {
  await using engine = await openEngine('read')
  const vocabulary = await engine.api['vocabulary.read']({})
  if (json) terminal.result(JSON.stringify(vocabulary, null, 2))
  else for (const term of vocabulary.terms) terminal.result(term)
  return exitCodes.done
}

export function addTerms(terms: readonly string[], context: Context): Promise<number> {
  return change({ kind: 'add', terms }, context)
}

export function removeTerms(terms: readonly string[], context: Context): Promise<number> {
  return change({ kind: 'remove', terms }, context)
}

export function clearTerms(context: Context): Promise<number> {
  return change({ kind: 'replace', terms: [] }, context)
}

export async function importTerms(path: string, context: Context): Promise<number> {
  return change({ kind: 'import', text: await readText(path) }, context)
}

/** What was typed after `--vocabulary`: terms in a row, separated by commas. */
export function vocabularyOption(typed: string | undefined): readonly string[] {
  const terms = MeetingVocabulary.safeParse(termsInList(typed ?? ''))
  if (terms.success) return terms.data
  throw new AppError('invalid_input', `--vocabulary: ${terms.error.issues[0]?.message}.`)
}

async function change(raw: unknown, context: Context): Promise<number> {
  const wish: VocabularyChange = inputFor('vocabulary.change', raw)
  await using engine = await context.openEngine('write')
  const changed = await engine.api['vocabulary.change'](wish)
  if (context.json) context.terminal.result(JSON.stringify(changed, null, 2))
  else context.terminal.say(inOneLine(changed))
  return exitCodes.done
}

function inOneLine({ terms, added, removed, leftOut }: ChangedVocabulary): string {
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(leftOut > 0 ? [`${leftOut} further columns left out, because each line is one term`] : []),
  ]
  const what = parts.length > 0 ? parts.join(', ') : 'Nothing new'
  return `${what}. ${terms.length} ${terms.length === 1 ? 'term' : 'terms'} in all.`
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ENOENT'
      ? new AppError('file_missing', `There is no file ${path}.`)
      : new AppError('file_unreadable', `${path} could not be read as text in UTF-8.`, {
          cause: error,
        })
  }
}

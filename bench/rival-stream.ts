/** Runs whisper.cpp's `stream` example as a person would: it hears a microphone to which a file is played. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { openCapture } from '#native/capture/capture.ts'
import { pulseProblem, startPulseDaemon } from '#native/capture/testing/pulse-daemon.ts'
import type { HeardEvent } from './replay/replay.ts'
import { rivalLines } from './rival-lines.ts'

interface Wishes {
  readonly program: string
  readonly model: string
  readonly file: string
  /** Where in the file the first sound is, in milliseconds. */
  readonly firstSoundMs: number
  /** Of the program, such as how often it looks. */
  readonly settings: readonly string[]
}

/** What it may still write when the sound is over. */
const lastWordsMs = 6_000

/** Null: it can be run here. */
export function rivalStreamProblem(): string | null {
  const problem = pulseProblem()
  return problem && `whisper.cpp's stream takes sound from a microphone only, and ${problem}`
}

export async function hearRivalStream(wishes: Wishes): Promise<HeardEvent[]> {
  const daemon = await startPulseDaemon()
  try {
    const { mouth } = await daemon.addMicrophone('mic', { rate: 16_000, channels: 1 })
    await daemon.setDefaultSource('mic')
    const { program, model, settings } = wishes
    const child = spawn(program, ['-m', model, '-l', 'en', ...settings], {
      env: { ...process.env, PULSE_SERVER: daemon.server, SDL_AUDIODRIVER: 'pulseaudio' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    try {
      await listening(child)
      const lines = rivalLines()
      const startMs = firstSound(daemon.server).then((ms) => ms - wishes.firstSoundMs)
      let startedAtMs = performance.now()
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        lines.write(text, performance.now() - startedAtMs)
      })
      const { over } = daemon.play(mouth, wishes.file)
      startedAtMs = await startMs
      await over
      await wait(lastWordsMs)
      return lines.end()
    } finally {
      await ended(child)
    }
  } finally {
    await daemon.close()
  }
}

/** It says so when its model is loaded and its microphone open. */
async function listening(child: ChildProcess): Promise<void> {
  const told = Promise.withResolvers<void>()
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  child.stdout?.once('data', () => told.resolve())
  child.once('error', told.reject)
  child.once('exit', (code) =>
    told.reject(new Error(`stream ended with ${code}: ${complaints.slice(-500)}`)),
  )
  await told.promise
}

/** When the first sound came out of the microphone, on the clock of `performance.now`. */
async function firstSound(server: string): Promise<number> {
  const capture = await openCapture({ server })
  try {
    const stream = await capture.open({
      kind: 'microphone',
      deviceId: null,
      excludeOwnProcess: false,
      ringMs: 1_000,
    })
    for await (const delivery of stream.deliveries) {
      if (delivery.type !== 'samples') continue
      const place = delivery.samples.findIndex((value) => Math.abs(value) > loud)
      if (place < 0) continue
      const laterMs = ((delivery.samples.length - place) * 1000) / stream.sampleRate
      return performance.now() - laterMs
    }
    throw new Error('nothing was heard of the file')
  } finally {
    await capture.close()
  }
}

/** What counts as sound, also for whoever tells `firstSoundMs`. */
export const loud = 0.02

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** A sound server of a test's own: its devices, its defaults, its end. Nothing of it touches the computer's sound. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface SinkOptions {
  readonly rate?: number
  readonly channels?: number
  readonly description?: string
}

export interface PulseDaemon {
  /** As `openCapture` takes it. */
  readonly server: string
  /** Returns the number of the module, for `removeModule`. */
  addSink(name: string, options?: SinkOptions): Promise<number>
  /** A real source: what is played to the sink `<name>-mouth` is heard by it. */
  addMicrophone(name: string, options?: SinkOptions): Promise<Microphone>
  /** Any module of PulseAudio, such as `module-sine-source`. */
  addModule(module: string, ...settings: string[]): Promise<number>
  removeModule(module: number): Promise<void>
  setDefaultSink(name: string): Promise<void>
  setDefaultSource(name: string): Promise<void>
  /** Suspends a source, or wakes it. */
  suspendSource(name: string, isSuspended: boolean): Promise<void>
  /** Plays a tone or a sound file to a sink until it is stopped or over. */
  play(sink: string, sound: Tone | string): Playing
  /** Ends the server the hard way. */
  kill(): Promise<void>
  /** After `kill`: again at the same address, without devices. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface Tone {
  readonly hertz: number
  readonly seconds: number
  /** 0 to 1. */
  readonly level?: number
  readonly rate?: number
}

export interface Microphone {
  readonly module: number
  /** Play to this sink, and the microphone hears it. */
  readonly mouth: string
}

export interface Playing {
  readonly over: Promise<void>
  stop(): Promise<void>
}

/** Ordinary players ask for about this much. */
const playerLatencyMs = 300

/** Why no test can have a sound server here; null if it can. */
export function pulseProblem(): string | null {
  if (process.platform !== 'linux') return 'PulseAudio runs on Linux only'
  const absent = ['pulseaudio', 'pactl', 'pacat'].filter(
    (program) => spawnSync(program, ['--version']).error !== undefined,
  )
  if (absent.length === 0) return null
  return `${absent.join(', ')} missing: "apt install pulseaudio pulseaudio-utils"`
}

export async function startPulseDaemon(): Promise<PulseDaemon> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-pulse-'))
  const socket = path.join(folder, 'native')
  const server = `unix:${socket}`
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: folder,
    PULSE_SERVER: server,
    LC_ALL: 'C.UTF-8',
  }
  const players = new Set<ChildProcess>()
  let daemon = await startDaemon()
  // A test that breaks off leaves no server behind.
  const endWithUs = () => void daemon.kill('SIGKILL')
  process.on('exit', endWithUs)

  async function startDaemon(): Promise<ChildProcess> {
    rmSync(socket, { force: true })
    mkdirSync(folder, { recursive: true })
    const settings = ['--exit-idle-time=-1', '--high-priority=no', '--realtime=no']
    const isListening = fileAppears(folder, 'native')
    const started = spawn(
      'pulseaudio',
      [
        '-n',
        '--daemonize=no',
        '--use-pid-file=no',
        '--disable-shm=yes',
        ...settings,
        '-L',
        `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
      ],
      { env, stdio: 'ignore' },
    )
    const died = once(started, 'exit').then(([code]) => {
      throw new Error(`pulseaudio ended at once (${code})`)
    })
    died.catch(() => undefined)
    await Promise.race([isListening, died])
    await Promise.race([answers(), died])
    return started
  }

  /** The socket is there a moment before anybody listens at it, and nothing tells when that is. */
  async function answers(): Promise<void> {
    for (let triesLeft = 200; ; triesLeft--) {
      try {
        await pactl('info')
        return
      } catch (error) {
        if (triesLeft === 0 || !String(error).includes('Connection refused')) throw error
        await wait(25)
      }
    }
  }

  async function pactl(...args: string[]): Promise<string> {
    const { stdout } = await execute('pactl', args, { env })
    return stdout.trim()
  }

  async function addModule(module: string, ...settings: string[]): Promise<number> {
    return Number(await pactl('load-module', module, ...settings))
  }

  async function addSink(name: string, options: SinkOptions = {}): Promise<number> {
    return addModule('module-null-sink', ...settingsOf('sink', name, options))
  }

  async function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  function play(sink: string, sound: Tone | string): Playing {
    const latency = `--latency-msec=${playerLatencyMs}`
    const target = [`--device=${sink}`, latency]
    const args =
      typeof sound === 'string' ? [...target, sound] : [...target, '--raw', ...formatOf(sound)]
    const program = typeof sound === 'string' ? 'paplay' : 'pacat'
    const player = spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'] })
    players.add(player)
    const over = once(player, 'exit').then(() => void players.delete(player))
    // A player that is stopped leaves what was written to it unread.
    player.stdin.on('error', () => undefined)
    player.stdin.end(typeof sound === 'string' ? undefined : toneBytes(sound))
    return { over, stop: () => end(player) }
  }

  return {
    server,
    addSink,
    addModule,
    addMicrophone: async (name, options = {}) => {
      const mouth = `${name}-mouth`
      await addSink(mouth, options)
      const settings = [`master=${mouth}.monitor`, ...settingsOf('source', name, options)]
      return { module: await addModule('module-remap-source', ...settings), mouth }
    },
    removeModule: async (module) => void (await pactl('unload-module', String(module))),
    setDefaultSink: async (name) => void (await pactl('set-default-sink', name)),
    setDefaultSource: async (name) => void (await pactl('set-default-source', name)),
    suspendSource: async (name, isSuspended) =>
      void (await pactl('suspend-source', name, isSuspended ? '1' : '0')),
    play,
    kill: () => end(daemon),
    restart: async () => {
      await end(daemon)
      daemon = await startDaemon()
    },
    close: async () => {
      process.off('exit', endWithUs)
      await Promise.all([...players].map(end))
      await end(daemon)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function settingsOf(kind: 'sink' | 'source', name: string, options: SinkOptions): string[] {
  const { rate = 48_000, channels = 2, description = name } = options
  // Quoted twice: once for the module's settings, once for the list of properties.
  const properties = `${kind}_properties='device.description="${description}"'`
  return [`${kind}_name=${name}`, `rate=${rate}`, `channels=${channels}`, properties]
}

function formatOf({ rate = 48_000 }: Tone): string[] {
  return [`--rate=${rate}`, '--channels=1', '--format=float32le']
}

function toneBytes({ hertz, seconds, level = 0.5, rate = 48_000 }: Tone): Buffer {
  const samples = new Float32Array(Math.round(seconds * rate))
  for (let i = 0; i < samples.length; i++) {
    samples[i] = level * Math.sin((2 * Math.PI * hertz * i) / rate)
  }
  return Buffer.from(samples.buffer)
}

async function fileAppears(folder: string, name: string): Promise<void> {
  const watcher = watch(folder)
  try {
    while (!existsSync(path.join(folder, name))) await once(watcher, 'change')
  } finally {
    watcher.close()
  }
}

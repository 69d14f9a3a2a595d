/** An engine in a process of its own that hears a played meeting, and can be killed. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import { connect, type EngineClient } from '#wire/connect.ts'
import { plainMeeting } from '../../src-main/testing/plain-meeting.ts'
import { readHanded } from './handed-file.ts'
import type { Place } from './place.ts'
import type { Handed } from './played-meeting.ts'
import { childChannel } from './process-channel.ts'

export interface PlayedEngine extends AsyncDisposable {
  readonly client: EngineClient
  readonly pid: number
  /** What the source has given so far; after a kill, all that it ever gave. */
  handed(): Handed
  /** Resolves when so much was given, or when the engine is gone. */
  given(ms: number): Promise<void>
  /** Begins the meeting; it ends by itself when all was played. */
  start(): Promise<MeetingId>
  /** The first event of this type from now on that is the one meant; rejects when the engine is gone. */
  heard<T extends EngineEvent['type']>(
    type: T,
    meant?: (event: Told<T>) => boolean,
  ): Promise<Told<T>>
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>
}

type Told<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>

const program = fileURLToPath(new URL('played-engine.program.ts', import.meta.url))

/** How often it is looked what was given, in milliseconds. */
const lookMs = 5

export async function playedEngine(place: Place, pace: number): Promise<PlayedEngine> {
  const noted = join(place.temporary, '../handed')
  const child = fork(program, [place.data, `${pace}`, noted], {
    env: place.env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit')
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null
  const client = connect(childChannel(child))

  return {
    client,
    pid: child.pid ?? 0,
    handed: () => readHanded(noted),
    async given(ms) {
      while (readHanded(noted).them < ms * 16 && !isGone()) await wait(lookMs)
    },
    async start() {
      const source = { kind: 'both', microphoneId: null, systemId: null } as const
      return (await client.call('meeting.start', { ...plainMeeting, source })).id
    },
    heard<T extends EngineEvent['type']>(type: T, meant = (_: Told<T>): boolean => true) {
      return new Promise<Told<T>>((resolve, reject) => {
        const stop = client.onEvent((event) => {
          if (event.type !== type || !meant(event as Told<T>)) return
          stop()
          resolve(event as Told<T>)
        })
        void gone.then(() => reject(new Error(`The engine ended before it told ${type}.`)))
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect()
      await gone
    },
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EngineEvent } from '#contract/events.ts'
import { assemble, type AssembleOptions } from '../assemble.ts'

type Engine = Awaited<ReturnType<typeof assemble>>

/** A real engine over a folder of its own, everything it told, and a way to wait for what it tells. */
export interface RealEngine extends AsyncDisposable {
  readonly api: Engine['api']
  readonly subscribe: Engine['subscribe']
  readonly receive: Engine['receive']
  readonly data: string
  readonly events: readonly EngineEvent[]
  /** The first event of this type, also one that was told already, that is the one meant. */
  heard<T extends EngineEvent['type']>(
    type: T,
    meant?: (event: Extract<EngineEvent, { type: T }>) => boolean,
  ): Promise<Extract<EngineEvent, { type: T }>>
}

type Told<T extends EngineEvent['type']> = Extract<EngineEvent, { type: T }>

/** A data folder that is given stays when the engine goes, for the next one. */
export async function realEngine(options: Partial<AssembleOptions> = {}): Promise<RealEngine> {
  const given = options.dataFolder ?? null
  const data = given ?? (await mkdtemp(join(tmpdir(), 'rtstt-test-')))
  const engine = await assemble({ ...options, dataFolder: data })
  const events: EngineEvent[] = []
  engine.subscribe((event) => events.push(event))
  return {
    api: engine.api,
    subscribe: engine.subscribe,
    receive: engine.receive,
    data,
    events,
    heard<T extends EngineEvent['type']>(type: T, meant = (_: Told<T>): boolean => true) {
      const isMeant = (event: EngineEvent): event is Told<T> =>
        event.type === type && meant(event as Told<T>)
      return new Promise<Told<T>>((resolve) => {
        const known = events.find(isMeant)
        if (known) return resolve(known)
        const unsubscribe = engine.subscribe((event) => {
          if (!isMeant(event)) return
          unsubscribe()
          resolve(event)
        })
      })
    },
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]()
      if (given === null) await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The path of a bundled sample. */
export function sample(name: string): string {
  return fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url))
}

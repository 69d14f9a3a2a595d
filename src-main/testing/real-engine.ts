import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EngineEvent } from '#contract/events.ts'
import { assemble } from '../assemble.ts'

type Engine = Awaited<ReturnType<typeof assemble>>

/** A real engine over a folder of its own, everything it told, and a way to wait for what it tells. */
export interface RealEngine extends AsyncDisposable {
  readonly api: Engine['api']
  readonly data: string
  readonly events: readonly EngineEvent[]
  heard<T extends EngineEvent['type']>(type: T): Promise<Extract<EngineEvent, { type: T }>>
}

export async function realEngine(): Promise<RealEngine> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  const engine = await assemble({ dataFolder: data })
  const events: EngineEvent[] = []
  engine.subscribe((event) => events.push(event))
  return {
    api: engine.api,
    data,
    events,
    heard: (type) =>
      new Promise((resolve) => {
        const known = events.find((event) => event.type === type)
        if (known) return resolve(known as Extract<EngineEvent, { type: typeof type }>)
        const unsubscribe = engine.subscribe((event) => {
          if (event.type !== type) return
          unsubscribe()
          resolve(event as Extract<EngineEvent, { type: typeof type }>)
        })
      }),
    async [Symbol.asyncDispose]() {
      await engine[Symbol.asyncDispose]()
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The path of a bundled sample. */
export function sample(name: string): string {
  return fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url))
}

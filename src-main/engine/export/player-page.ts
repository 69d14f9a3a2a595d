import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** What makes a meeting visible in a player file. */
export interface PlayerPage {
  readonly script: string
  readonly style: string
}

export async function playerPage(): Promise<PlayerPage> {
  const worker = new Worker(new URL('./player-page.worker.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  try {
    const [page] = (await once(worker, 'message')) as [PlayerPage]
    return page
  } finally {
    await worker.terminate()
  }
}

import { Worker } from 'node:worker_threads'
import { hearThread } from '../network/tell-attempts.ts'

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
    return await new Promise<PlayerPage>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('message', (message: PlayerPage) => {
        if (!hearThread(message)) resolve(message)
      })
    })
  } finally {
    await worker.terminate()
  }
}

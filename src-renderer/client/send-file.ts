/** Hands a file to the engine: by its path where the page may know it, else byte for byte to the server of the page. */
import { AppError } from '#contract/errors.ts'
import type {} from './open-channel.ts'

/** Null in a browser, and for a file that lies nowhere. */
export function pathOf(file: File): string | null {
  return window.rtstt?.pathOf(file) || null
}

/** Sent by the browser as it reads it from disk. Stopped by `signal`, it leaves nothing. */
export async function sendFile(file: File, signal: AbortSignal): Promise<void> {
  const address = `imports?${new URLSearchParams({ name: file.name || 'sound' })}`
  const answer = await fetch(address, { method: 'POST', body: file, signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error
      throw new AppError('engine_gone', `${file.name} did not arrive. Try it again.`)
    },
  )
  if (answer.ok) return
  const said = (await answer.text()).trim()
  throw new AppError('file_unreadable', `${file.name}: ${said || answer.statusText}`)
}

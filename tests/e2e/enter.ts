/** Lets a browser of a spec in, as the page behind a one-time address does. */
import type { BrowserContext } from '@playwright/test'

export interface Entered {
  /** Null where there is nothing to enter: the desktop window. */
  entryAddress(): string | null
}

export async function enter({ request }: BrowserContext, server: Entered): Promise<void> {
  const told = server.entryAddress()
  if (told === null) return
  const address = new URL(told)
  const code = address.hash.slice(1)
  address.hash = ''
  const headers = { origin: address.origin, 'content-type': 'text/plain' }
  const answer = await request.post(address.href, { data: code, headers })
  if (!answer.ok()) throw new Error(`The browser was not let in: ${answer.status()}`)
}

/** The engine behind the desktop window, with what the specs of the page ask of one. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import { Message } from '#contract/messages.ts'
import { type RealEngine, wishesFor } from './real-engine.ts'
import { askEngine, enginePids, launchWindow } from './window.ts'

export interface WindowEngine extends RealEngine {
  readonly page: Page
}

export async function windowEngine(): Promise<WindowEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-window-'))
  const shell = await launchWindow(folder)
  const page = await shell.firstWindow()
  stayInTheWindow(page)

  async function call<N extends CommandName>(name: N, input: CommandInput<N>) {
    const message = Message.parse(await askEngine(page, name, input))
    if (message.kind !== 'reply') throw new Error(JSON.stringify(message))
    return message.output as CommandOutput<N>
  }

  return {
    page,
    url: 'app://rtstt/',
    entryAddress: () => null,
    client: async () => ({ call, onEvent: () => () => {} }),
    ...wishesFor(async () => ({ call })),
    async kill() {
      for (const pid of await enginePids(shell)) process.kill(pid, 'SIGKILL')
    },
    // The shell starts a lost engine again by itself.
    restart: async () => {},
    async [Symbol.asyncDispose]() {
      await shell.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** The shell lets the page go nowhere, so an address is a place within it. */
function stayInTheWindow(page: Page): void {
  page.goto = async (address) => {
    const place = new URL(address).hash || '#/'
    await page.evaluate((hash) => location.assign(hash), place)
    return null
  }
}

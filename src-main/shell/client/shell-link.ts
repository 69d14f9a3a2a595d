/** The shell's own client of the engine, over a port as the page has one; it asks for another when that is closed. */
import type { MessageChannelMain, MessagePortMain } from 'electron'
import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { connect, type EngineClient } from '#wire/connect.ts'
import { portChannel } from '#wire/port-channel.ts'
import type { Found } from '../state/desktop-state.ts'

interface Parts {
  readonly openPorts: () => Pick<MessageChannelMain, 'port1' | 'port2'>
  /** Gives the engine its end, now or when it is back. */
  readonly connect: (port: MessagePortMain) => void
  readonly later: (work: () => void, delayMs: number) => () => void
  readonly onFound: (found: Found) => void
  readonly onLost: () => void
  readonly onEvent: (event: EngineEvent) => void
}

export interface ShellLink {
  call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>
  /** The port is closed, and no other is asked for. */
  close(): void
}

/** A page that asks at once, again and again, would find nobody either. */
const pauseMs = 250

export function shellLink(parts: Parts): ShellLink {
  let client: EngineClient | null = null
  let isClosed = false
  let cancelTimer = (): void => {}
  let closePort = (): void => {}

  function open(): void {
    const { port1, port2 } = parts.openPorts()
    const channel = portChannel(port2)
    const mine = connect(channel)
    closePort = () => channel.close()
    mine.onEvent((event) => {
      if (client === mine) parts.onEvent(event)
    })
    channel.onClose(() => {
      const wasFound = client === mine
      client = null
      if (isClosed) return
      if (wasFound) parts.onLost()
      cancelTimer = parts.later(open, pauseMs)
    })
    parts.connect(port1)
    void look(mine).then(
      (found) => {
        client = mine
        parts.onFound(found)
      },
      // The port closed before the answer came: another one is being opened.
      () => {},
    )
  }

  open()
  return {
    async call(name, input) {
      if (!client)
        throw new AppError('engine_gone', 'RTSTT is being started again. Try it in a moment.')
      return client.call(name, input)
    },
    close() {
      isClosed = true
      cancelTimer()
      closePort()
    },
  }
}

/** What is going on. What is told meanwhile is in the answers: the engine sends one after the other. */
async function look(client: EngineClient): Promise<Found> {
  const settings = await client.call('settings.read', {})
  const meetings = await client.call('meeting.list', {})
  const live = await Promise.all(
    meetings
      .filter(({ state }) => state === 'live')
      .map(async (meeting) => {
        const hearing = await client.call('meeting.hearing', { meetingId: meeting.id })
        return { meeting, hearing }
      }),
  )
  return { settings, live }
}

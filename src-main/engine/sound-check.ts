/** Listens to devices only to show how loud they are: before a meeting, nothing is kept, and it never lasts for long. */
import type { CommandInput, EngineApi } from '#contract/commands.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Source } from './audio/source.ts'
import { oneAtATime } from './language/one-at-a-time.ts'
import type { Parts } from './parts.ts'

/** Whoever wants to go on asks again within this time: a page that was closed does not. */
export const listenedMs = 10_000

interface SoundCheck extends AsyncDisposable {
  readonly api: Pick<EngineApi, 'sound.listen' | 'sound.leave'>
  /** A meeting that begins has the devices to itself. */
  note(event: EngineEvent): void
}

type Wish = CommandInput<'sound.listen'>

interface Listening {
  readonly wish: Wish
  readonly source: Source
  /** Resolves when nothing more of the source is told. */
  readonly over: Promise<void>
}

/** Hears one pair of devices at a time, the last that was asked for. */
export function soundCheck(
  { clock, openSource, log }: Pick<Parts, 'clock' | 'openSource' | 'log'>,
  tell: (event: EngineEvent) => void,
): SoundCheck {
  const inTurn = oneAtATime()
  let heard: Listening | null = null
  let forget = (): void => {}

  async function leave(): Promise<void> {
    forget()
    const left = heard
    if (!left) return
    heard = null
    await left.source[Symbol.asyncDispose]()
    await left.over
    tell({ type: 'sound.changed', tracks: [] })
  }

  async function listen(wish: Wish): Promise<void> {
    if (!heard || !isSame(heard.wish, wish)) {
      await leave()
      const source = await openSource({ kind: 'both', ...wish })
      heard = { wish, source, over: follow(source) }
    }
    forget()
    forget = clock.later(listenedMs, end)
  }

  function end(): void {
    inTurn(leave).catch((error: unknown) => log.bug('sound_check.end', error))
  }

  async function follow(source: Source): Promise<void> {
    try {
      for await (const event of source.events) {
        if (event.type === 'levels') tell({ type: 'sound.measured', levels: [...event.levels] })
        if (event.type === 'hearing')
          tell({ type: 'sound.changed', tracks: [...event.hearing.tracks] })
      }
    } catch (error) {
      log.bug('sound_check.failed', error)
    }
    // The sound ended by itself; whoever ends it has forgotten it before.
    if (heard?.source === source) end()
  }

  return {
    api: {
      async 'sound.listen'(wish) {
        await inTurn(() => listen(wish))
        return null
      },
      async 'sound.leave'() {
        await inTurn(leave)
        return null
      },
    },
    note(event) {
      if (event.type === 'meeting.started') end()
    },
    [Symbol.asyncDispose]: () => inTurn(leave),
  }
}

function isSame(one: Wish, other: Wish): boolean {
  return one.microphoneId === other.microphoneId && one.systemId === other.systemId
}

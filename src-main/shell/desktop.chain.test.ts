/** The desktop program without Electron: its shell, its engine's process and the recognition process. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import type { MessagePortMain } from 'electron'
import { expect, it, vi } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { connect } from '#wire/connect.ts'
import { portChannel } from '#wire/port-channel.ts'
import { type EngineProcess, hostEngine } from './engine-host.ts'
import type { WorkerProcess } from './engine-workers.ts'
import { shellLink } from './client/shell-link.ts'
import { receive, withEngine, withoutEngine } from './state/desktop-state.ts'
import { keepState } from './state/keep-state.ts'
import { recordingOf } from './state/recording.ts'
import { StandInUtilityProcess } from './fixtures/stand-in-utility-process.ts'
import { plainMeeting } from '../testing/plain-meeting.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const engineEntry = here('../engine-process.ts')
const fourSentences = readFileSync(
  here('../../resources/samples/four-sentences.txt'),
  'utf8',
).trim()
const recognitionEntry = here('../engine/recognition/recognition-process.ts')

async function setUp() {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  const engines: StandInUtilityProcess[] = []
  const workers: StandInUtilityProcess[] = []
  const onUnusable = vi.fn<(sentence: string) => void>()
  const host = hostEngine({
    launch: () => {
      engines.push(new StandInUtilityProcess(engineEntry, [], { ...process.env, RTSTT_DATA: data }))
      return engines.at(-1) as unknown as EngineProcess
    },
    endForGood: () => {},
    launchWorker: (_, args) => {
      workers.push(new StandInUtilityProcess(recognitionEntry, args))
      return workers.at(-1) as unknown as WorkerProcess
    },
    openPorts: () => new MessageChannel() as unknown as Record<'port1' | 'port2', MessagePortMain>,
    later: (work, delayMs) => {
      const timer = setTimeout(work, delayMs)
      return () => clearTimeout(timer)
    },
    onUnusable,
  })
  return {
    host,
    engines,
    workers,
    openPage: () => openPage(host),
    async [Symbol.asyncDispose]() {
      await host.stop()
      expect(onUnusable).not.toHaveBeenCalled()
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function openPage(host: ReturnType<typeof hostEngine>) {
  const { port1, port2 } = new MessageChannel()
  const page = connect(portChannel(port2))
  host.connect(port1 as unknown as MessagePortMain)
  const events: EngineEvent[] = []
  page.onEvent((event) => events.push(event))
  const heard = (...types: ReadonlyArray<EngineEvent['type']>) =>
    new Promise<void>((resolve) => {
      if (events.some(({ type }) => types.includes(type))) resolve()
      else page.onEvent(({ type }) => types.includes(type) && resolve())
    })
  /** On a busy machine the first words may come settled, without a guess before. */
  const heardWords = () => heard('hypothesis.changed', 'segment.committed')
  const listen = async (name: string, pace: 'fast' | 'real') => {
    const path = here(`../../resources/samples/${name}.wav`)
    const source = { kind: 'file', path, pace, channels: 'mix' } as const
    return page.call('meeting.start', { ...plainMeeting, source })
  }
  const textOf = async (meetingId: Awaited<ReturnType<typeof listen>>['id']) => {
    const { segments } = await page.call('meeting.read', { meetingId })
    return segments.map(({ text }) => text).join(' ')
  }
  return { heard, heardWords, listen, textOf }
}

it('turns speech into words and leaves no process behind', async () => {
  await using desktop = await setUp()
  const { heard, listen, textOf } = desktop.openPage()
  const { id } = await listen('question', 'fast')
  await heard('meeting.stopped')
  expect(await textOf(id)).toBe('Did Omar help the supplier?')

  await desktop.host.stop()
  expect(desktop.engines.map(({ child }) => child.exitCode)).toEqual([0])
  // It left when its port was closed; nobody had to end it.
  expect(desktop.workers.map(({ child }) => child.exitCode)).toEqual([0])
})

it('follows with the shell what the engine tells, also the one that comes after a loss', async () => {
  await using desktop = await setUp()
  const state = keepState()
  const link = shellLink({
    openPorts: () => new MessageChannel() as unknown as Record<'port1' | 'port2', MessagePortMain>,
    connect: desktop.host.connect,
    later: (work, delayMs) => {
      const timer = setTimeout(work, delayMs)
      return () => clearTimeout(timer)
    },
    onFound: (found) => state.change((before) => withEngine(before, found), null),
    onLost: () => state.change(withoutEngine, null),
    onEvent: (event) => state.change((before) => receive(before, event), event),
  })
  await expect.poll(() => state.now().engine).toBe('here')
  const path = here('../../resources/samples/meeting-60s.wav')
  const source = { kind: 'file', path, pace: 'real', channels: 'mix' } as const
  const { id } = await link.call('meeting.start', { ...plainMeeting, source })
  expect(state.now().live.map(({ meeting }) => meeting.id)).toEqual([id])
  // A file that is read is no recording.
  expect(recordingOf(state.now())).toBeNull()
  desktop.engines[0]?.kill()
  await expect.poll(() => state.now().engine).toBe('away')
  await expect(link.call('meeting.list', {})).rejects.toMatchObject({ code: 'engine_gone' })
  await expect.poll(() => state.now().engine).toBe('here')
  expect(state.now().live).toEqual([])
  link.close()
})

it('reads on from the recording when recognition is lost', async () => {
  await using desktop = await setUp()
  const { heard, heardWords, listen, textOf } = desktop.openPage()
  const { id } = await listen('four-sentences', 'real')
  await heardWords()
  desktop.workers[0]?.kill()
  await heard('meeting.stopped')
  expect(await textOf(id)).toBe(fourSentences)
  expect(desktop.workers).toHaveLength(2)
})

it('ends the workers of a lost engine and starts anew', async () => {
  await using desktop = await setUp()
  const { heardWords, listen } = desktop.openPage()
  // Longer than all of this takes: the engine is lost while it hears.
  await listen('meeting-60s', 'real')
  await heardWords()
  desktop.engines[0]?.kill()
  await desktop.workers[0]?.exited

  const again = desktop.openPage()
  const { id } = await again.listen('question', 'fast')
  await again.heard('meeting.stopped')
  expect(await again.textOf(id)).toBe('Did Omar help the supplier?')
  expect(desktop.engines).toHaveLength(2)
})

import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { MeetingId } from '#contract/ids.ts'
import type { EngineClient } from '#wire/connect.ts'
import { libraryActions } from './library-actions.ts'
import { createAppStore } from './store.ts'

type Calls = Readonly<Record<string, (input: never) => unknown>>

function setUp(calls: Calls, ways = {}) {
  const store = createAppStore()
  const asked: [string, unknown][] = []
  const client = {
    call: async (name: string, input: never) => {
      asked.push([name, input])
      return calls[name]?.(input) ?? null
    },
  } as unknown as EngineClient
  const sent: string[] = []
  const actions = libraryActions((change) => store.setState(change), client, {
    pathOf: () => null,
    send: async ({ name }: File) => void sent.push(name),
    ...ways,
  })
  return { store, actions, asked, sent }
}

const [one, two] = [MeetingId.parse(crypto.randomUUID()), MeetingId.parse(crypto.randomUUID())]
const fileOf = (name: string) => new File(['x'], name)

it('deletes what can be deleted, and tells why the rest cannot', async () => {
  const busy = new AppError('meeting_busy', 'Stop it first.')
  const { actions, store } = setUp({
    'meeting.delete': ({ meetingId }: { readonly meetingId: string }) => {
      if (meetingId === two) throw busy
    },
  } as Calls)
  expect(await actions.discard([one, two])).toEqual([one])
  expect(store.getState().notices).toMatchObject([{ text: 'Stop it first.' }])
})

it('hands on a file by its path where it knows one, and sends the others one after the other', async () => {
  const { actions, asked, sent, store } = setUp(
    {},
    { pathOf: ({ name }: File) => (name === 'here.wav' ? 'C:\\here.wav' : null) },
  )
  await actions.importFiles([fileOf('a.wav'), fileOf('here.wav'), fileOf('b.wav')])
  expect(asked).toEqual([['import.add', { paths: ['C:\\here.wav'] }]])
  expect(sent).toEqual(['a.wav', 'b.wav'])
  expect(store.getState().imports.sending).toEqual([])
})

it('goes on with the next file when one does not arrive or is not wanted any more', async () => {
  const arrived: string[] = []
  const { actions, store } = setUp(
    {},
    {
      send: async ({ name }: File, signal: AbortSignal) => {
        if (name === 'bad.wav') throw new AppError('disk_full', 'The disk is full.')
        if (name === 'unwanted.wav') {
          const [first] = store.getState().imports.sending
          actions.cancelSending(first?.key ?? '')
          signal.throwIfAborted()
        }
        arrived.push(name)
      },
    },
  )
  await actions.importFiles([fileOf('bad.wav'), fileOf('unwanted.wav'), fileOf('good.wav')])
  expect(arrived).toEqual(['good.wav'])
  expect(store.getState().notices).toMatchObject([{ text: 'The disk is full.' }])
})

import { expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import { MeetingId } from '#contract/ids.ts'
import { addressOf, parseRoute } from './route.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')

it('are in the address and come back from it', () => {
  const filters = { ...anywhere, meetingId, track: 'me', speaker: 'Anna & Bo' } as const
  const route = { screen: 'library', query: 'offer', filters } as const
  expect(parseRoute(addressOf(route))).toEqual(route)
})

it.each(['#/?q=offer&track=nobody', '#/?q=offer&from=yesterday', '#/?q=offer'])(
  'what makes no sense in %s filters nothing',
  (address) => {
    expect(parseRoute(address)).toEqual({ screen: 'library', query: 'offer' })
  },
)

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { addressOf, meetingAddress, parseRoute, type Route } from './route.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')

it.each<[string, Route]>([
  ['', { screen: 'library', query: '' }],
  ['#/', { screen: 'library', query: '' }],
  ['#/?q=two+words', { screen: 'library', query: 'two words' }],
  ['#/live', { screen: 'live' }],
  ['#/welcome', { screen: 'welcome' }],
  ['#/performance', { screen: 'performance' }],
  ['#/settings', { screen: 'settings', section: null }],
  ['#/settings/storage', { screen: 'settings', section: 'storage' }],
  ['#/settings/Storage', { screen: 'nowhere' }],
  ['#/settings/storage/more', { screen: 'nowhere' }],
  [`#/meeting/${meetingId}`, { screen: 'meeting', meetingId, atMs: null, query: '' }],
  [`#/meeting/${meetingId}?t=1500`, { screen: 'meeting', meetingId, atMs: 1500, query: '' }],
  [`#/meeting/${meetingId}?t=-1`, { screen: 'meeting', meetingId, atMs: null, query: '' }],
  [`#/meeting/${meetingId}?t=soon`, { screen: 'meeting', meetingId, atMs: null, query: '' }],
  ['#/meeting/12', { screen: 'nowhere' }],
  [`#/meeting/${meetingId}/more`, { screen: 'nowhere' }],
  ['#/%', { screen: 'nowhere' }],
])('reads %j', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route)
})

it('leads back to the same place from its own addresses', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string({ unit: 'grapheme' }), (atMs, query) => {
      const place: Route = { screen: 'meeting', meetingId, atMs: atMs % 999_999_999, query }
      expect(parseRoute(addressOf(place))).toEqual(place)
      const found: Route = { screen: 'library', query }
      expect(parseRoute(addressOf(found))).toEqual(found)
    }),
  )
})

it.each<Route>([
  { screen: 'welcome' },
  { screen: 'performance' },
  { screen: 'settings', section: null },
  { screen: 'settings', section: 'models' },
])('leads back to $screen $section', (route) => {
  expect(parseRoute(addressOf(route))).toEqual(route)
})

it('makes short addresses', () => {
  expect(meetingAddress(meetingId, 0)).toBe(`#/meeting/${meetingId}?t=0`)
  expect(meetingAddress(meetingId)).toBe(`#/meeting/${meetingId}`)
})

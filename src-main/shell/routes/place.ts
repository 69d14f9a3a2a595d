import type { MeetingId } from '#contract/ids.ts'

/** Where the window can be sent. */
export type Place =
  | { readonly kind: 'library' }
  | { readonly kind: 'live' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'meeting'; readonly meetingId: MeetingId; readonly atMs: number | null }

/** The part of the page's address that leads there. */
export function hashOf(place: Place): string {
  switch (place.kind) {
    case 'library':
      return '#/'
    case 'live':
      return '#/live'
    case 'settings':
      return '#/settings'
    case 'search':
      return place.query === '' ? '#/' : `#/?${new URLSearchParams({ q: place.query }).toString()}`
    case 'meeting': {
      const at = place.atMs === null ? '' : `?t=${place.atMs}`
      return `#/meeting/${place.meetingId}${at}`
    }
  }
}

import type { SearchFilters } from '#contract/ask.ts'
import { MeetingId } from '#contract/ids.ts'
import { countFilters, filtersInAddress, parseFilters } from './filters.ts'
import { parseShelf, type Shelf, shelfInAddress } from './shelf.ts'

/** Where the page is. The address says all of it, so a link leads anybody to the same second. */
export type Route =
  | {
      readonly screen: 'library'
      readonly query: string
      /** Missing where all that was said is searched. */
      readonly filters?: SearchFilters
      /** Missing where all meetings are shown. */
      readonly shelf?: Shelf
    }
  | { readonly screen: 'live' }
  | { readonly screen: 'performance' }
  | {
      readonly screen: 'settings'
      /** Null: the first one. */
      readonly section: string | null
    }
  | { readonly screen: 'welcome' }
  | {
      readonly screen: 'meeting'
      readonly meetingId: MeetingId
      readonly atMs: number | null
      /** Words to find in the text. */
      readonly query: string
    }
  | { readonly screen: 'nowhere' }

/** Reads the part of an address after the `#`. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const asked = new URLSearchParams(search)
  const query = asked.get('q') ?? ''
  if (path === '') {
    const filters = parseFilters(asked)
    const shelf = parseShelf(asked)
    return {
      screen: 'library',
      query,
      ...(countFilters(filters) > 0 ? { filters } : {}),
      ...(shelf && { shelf }),
    }
  }
  if (path === 'live' || path === 'performance' || path === 'welcome') return { screen: path }
  const [name, id, ...rest] = path.split('/')
  if (name === 'settings' && rest.length === 0 && /^[a-z-]*$/.test(id ?? '')) {
    return { screen: 'settings', section: id || null }
  }
  const meetingId = MeetingId.safeParse(id)
  if (name !== 'meeting' || rest.length > 0 || !meetingId.success) return { screen: 'nowhere' }
  return { screen: 'meeting', meetingId: meetingId.data, atMs: parseTime(asked.get('t')), query }
}

function parseTime(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** The address of a place within the page. */
export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'library':
      return `#/${search({
        q: route.query,
        ...(route.filters && filtersInAddress(route.filters)),
        ...shelfInAddress(route.shelf ?? null),
      })}`
    case 'live':
    case 'performance':
    case 'welcome':
      return `#/${route.screen}`
    case 'settings':
      return route.section === null ? '#/settings' : `#/settings/${route.section}`
    case 'meeting':
      return `#/meeting/${route.meetingId}${search({ t: route.atMs?.toString(), q: route.query })}`
    case 'nowhere':
      return '#/nowhere'
  }
}

function search(values: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1])
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The address of a meeting, at a time within it if there is one to show. */
export function meetingAddress(
  meetingId: MeetingId,
  atMs: number | null = null,
  query = '',
): string {
  return addressOf({ screen: 'meeting', meetingId, atMs, query })
}

/**
 * Links that lead into the program: `rtstt://meeting/ID?t=MS`, `rtstt://record`, `rtstt://search?q=WORDS`. Anybody can
 * write one, so whatever is not exactly one of these is nothing.
 */
import { MeetingId } from '#contract/ids.ts'
import type { Place } from './place.ts'

export const linkScheme = 'rtstt'

/** What a link asks for. To record is asked back first: a web page must not be able to begin it. */
export type Asked = { readonly kind: 'go'; readonly place: Place } | { readonly kind: 'record' }

const longestLink = 2_000
const longestQuery = 500

export function parseLink(text: string): Asked | null {
  if (text.length > longestLink || !URL.canParse(text)) return null
  const url = new URL(text)
  const { protocol, host, username, password, port, hash, searchParams } = url
  if (protocol !== `${linkScheme}:` || username || password || port || hash) return null
  const path = url.pathname.replace(/^\//, '').replace(/\/$/, '')
  const names = [...searchParams.keys()]
  switch (host) {
    case 'record':
      return path === '' && names.length === 0 ? { kind: 'record' } : null
    case 'search':
      return path === '' && names.every((name) => name === 'q') && names.length <= 1
        ? search(searchParams.get('q') ?? '')
        : null
    case 'meeting':
      return names.every((name) => name === 't') && names.length <= 1
        ? meeting(path, searchParams.get('t'))
        : null
    default:
      return null
  }
}

function search(text: string): Asked | null {
  const query = text.trim()
  if (query.length > longestQuery) return null
  return { kind: 'go', place: { kind: 'search', query } }
}

function meeting(id: string, time: string | null): Asked | null {
  const meetingId = MeetingId.safeParse(id)
  if (!meetingId.success || (time !== null && !/^\d{1,9}$/.test(time))) return null
  const atMs = time === null ? null : Number(time)
  return { kind: 'go', place: { kind: 'meeting', meetingId: meetingId.data, atMs } }
}

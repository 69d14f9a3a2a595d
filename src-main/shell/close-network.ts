/** The pages' own way to the network: there is none but to the page's files, whatever a page may contain. */
import type { Session } from 'electron'
import type { NetworkAttempt } from '#contract/network.ts'

type PageSession = Pick<Session, 'setSpellCheckerEnabled'> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
  on(
    event: 'will-download',
    listener: (event: { preventDefault(): void }, item: { readonly getURL: () => string }) => void,
  ): unknown
}

interface Rules {
  /** Whether an address is the page's. */
  readonly isPage: (url: string) => boolean
  readonly attempted: (attempt: NetworkAttempt) => void
}

/** What a page made itself; the browser's own tools, which only come up while the program is worked on. */
const without = ['blob:', 'data:', 'devtools:']

export function closeNetwork(session: PageSession, { isPage, attempted }: Rules): void {
  const isOwn = (url: string): boolean => isPage(asPage(url)) || without.includes(schemeOf(url))
  // It would fetch its dictionaries from elsewhere.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) => {
    const own = isOwn(details.url)
    if (!own) attempted(attemptAt(details.url))
    answer({ cancel: !own })
  })
  session.on('will-download', (event, item) => {
    if (!isOwn(item.getURL())) event.preventDefault()
  })
}

/** A socket belongs to the page that is served there. */
function asPage(url: string): string {
  return url.replace(/^ws(s?):/, 'http$1:')
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : ''
}

function attemptAt(url: string): NetworkAttempt {
  const { hostname, port, protocol } = URL.canParse(url) ? new URL(url) : new URL('unknown:')
  return {
    at: new Date().toISOString(),
    by: 'page',
    part: null,
    what: 'request',
    host: (hostname || protocol).slice(0, 300),
    port: port === '' ? null : Number(port),
    allowed: false,
  }
}

/**
 * All that is served to whoever has not entered: a small page that says how to. It needs no other file, and its content
 * policy allows its own script and style by their hashes and nothing else.
 */
import { createHash } from 'node:crypto'

export interface EntryPage {
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

type Language = 'en' | 'it'

const texts = {
  en: {
    title: 'RTSTT is private',
    how: 'To open it, type this in a terminal of the same user, and open the address that it prints:',
    start: 'If RTSTT is not running, start it with:',
    entering: 'One moment…',
    refused: 'This address was used before, or is too old. Get a new one.',
    away: 'RTSTT does not answer. Is it still running?',
  },
  it: {
    title: 'RTSTT è privato',
    how: 'Per aprirlo, scrivi questo in un terminale dello stesso utente e apri l’indirizzo che compare:',
    start: 'Se RTSTT non è in funzione, avvialo con:',
    entering: 'Un momento…',
    refused: 'Questo indirizzo è già stato usato, o è troppo vecchio. Richiedine uno nuovo.',
    away: 'RTSTT non risponde. È ancora in funzione?',
  },
} as const

const style = `:root{color-scheme:light dark;font:1.05rem/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:12vh auto;padding:0 1.5rem}h1{font-size:1.5rem}
code{display:inline-block;padding:.2rem .6rem;border:1px solid;border-radius:.4rem;font-size:1.1rem}`

/** The code stands behind the #, which no browser sends to a server; a place within the page may follow it. */
const script = `const [, code = '', place = ''] = /^#([\\w-]*)(.*)$/.exec(location.hash) ?? []
const say = document.querySelector('[role=status]')
const enter = async () => {
  history.replaceState(null, '', location.pathname)
  say.textContent = say.dataset.entering
  const answer = await fetch('enter', { method: 'POST', body: code }).catch(() => null)
  if (answer?.ok) location.replace('./' + (place ? '#' + place : ''))
  else say.textContent = answer ? say.dataset.refused : say.dataset.away
}
if (code) void enter()`

/** `entering`: with the script that exchanges the code of the address. */
export function entryPage(acceptLanguage: string | undefined, entering: boolean): EntryPage {
  const language = preferred(acceptLanguage)
  const { title, how, start, entering: wait, refused, away } = texts[language]
  const said = entering
    ? `<p role="status" data-entering="${wait}" data-refused="${refused}" data-away="${away}"></p>`
    : ''
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>RTSTT</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${said}<p>${how}</p><p><code>rtstt open</code></p><p>${start}</p><p><code>rtstt serve</code></p></main>
${entering ? `<script>${script}</script>` : ''}</body></html>
`
  return { html, headers: entering ? headersWith(script) : headersWith(null) }
}

function headersWith(allowed: string | null): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(allowed === null ? [] : [`script-src '${hashOf(allowed)}'`, "connect-src 'self'"]),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-language',
  }
}

/** Italian where it is asked for before English. */
function preferred(acceptLanguage = ''): Language {
  const [first] = /\b(?:en|it)\b/i.exec(acceptLanguage) ?? ['en']
  return first.toLowerCase() === 'it' ? 'it' : 'en'
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

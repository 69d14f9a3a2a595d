import { AppError } from '#contract/errors.ts'
import type { RemoteEntry } from './catalog.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const hub = 'huggingface.co'

/**
 * The addresses a model is fetched from, in order. `RTSTT_MODEL_MIRROR` replaces the beginning of the
 * catalogue's own address (`https://host`) and is then the only one: whoever sets it wants no other.
 */
export function sourcesOf(entry: RemoteEntry, env: Environment): readonly URL[] {
  const mirror = env['RTSTT_MODEL_MIRROR']
  if (!mirror) return [entry.url, ...entry.mirrors].map((url) => new URL(url))
  if (!URL.canParse(mirror) || !/^https?:$/.test(new URL(mirror).protocol)) {
    throw new AppError(
      'invalid_input',
      'RTSTT_MODEL_MIRROR must be a web address such as https://models.example.com',
    )
  }
  const { pathname } = new URL(entry.url)
  return [new URL(mirror.replace(/\/+$/, '') + pathname)]
}

/**
 * The hub token goes to the host of the model's own address and to no other, so neither to a mirror nor
 * to where a redirect leads, and never unencrypted except inside this machine.
 */
export function tokenFor(url: URL, entry: RemoteEntry, env: Environment): string | null {
  const own = new URL(entry.url)
  const safe = isLoopback(url) || (url.protocol === 'https:' && url.hostname === hub)
  return safe && url.host === own.host ? env['HF_TOKEN']?.trim() || null : null
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}

/** The page where a person reads what the model is and accepts its licence. */
export function modelPage(entry: RemoteEntry): string {
  const url = new URL(entry.url)
  const [owner, repository] = url.pathname.split('/').slice(1)
  return url.hostname === hub ? `${url.origin}/${owner}/${repository}` : url.origin
}

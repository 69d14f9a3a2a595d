/** Which hosts the files of models come from: the only ones that this program ever speaks to. */
import type { Catalog, RemoteEntry } from './catalog.ts'
import { type Environment, sourcesOf } from './sources.ts'

/** Where they send whoever asks them for a large file. */
const behind: Readonly<Record<string, readonly string[]>> = {
  'huggingface.co': ['*.huggingface.co', '*.hf.co'],
  'github.com': ['*.githubusercontent.com'],
}

/** Of one model, with the proxy that stands before them. */
export function hostsOf(entry: RemoteEntry, env: Environment): readonly string[] {
  return [...withThoseBehind(sourcesOf(entry, env), env), ...proxies(env)]
}

/** Of all models that there are. */
export function hostsOfAll(catalog: Catalog, env: Environment): readonly string[] {
  const remote = [...catalog.values()].filter((entry) => entry.origin === 'catalog')
  return [...new Set(remote.flatMap((entry) => hostsOf(entry, env)))].toSorted()
}

function withThoseBehind(sources: readonly URL[], env: Environment): readonly string[] {
  const own = sources.map(({ hostname }) => hostname)
  const chosen = env['RTSTT_MODEL_MIRROR'] ? own.map((host) => `*.${host}`) : []
  // A mirror may send to where the files lie in truth.
  const sent = chosen.length > 0 ? Object.values(behind) : own.map((host) => behind[host] ?? [])
  return [...own, ...chosen, ...sent.flat()]
}

function proxies(env: Environment): readonly string[] {
  return ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'].flatMap((name) => {
    const address = env[name]
    return address && URL.canParse(address) ? [new URL(address).hostname] : []
  })
}

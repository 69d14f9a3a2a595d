/**
 * Runs a program in a network of its own, where whatever leaves the computer goes through one wire that ends nowhere
 * and counts. Linux alone has such networks, and root alone may make them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** Addresses of documents: they belong to nobody. With one of IPv6 the system itself would speak; calls to such are seen all the same. */
const setUp = `set -e
ip link set lo up
ip link add wire type veth peer name end
for one in wire end; do ip link set $one addrgenmode none; ip link set $one up; done
ip addr add 198.51.100.2/24 dev wire
ip neigh add 198.51.100.1 lladdr 02:00:00:00:00:01 dev wire
ip route add default via 198.51.100.1
exec "$@"`

/** Why there can be no such network here; null where there can. */
export function wallObstacle(): string | null {
  if (process.platform !== 'linux') return 'only Linux can give a program a network of its own'
  for (const program of ['unshare', 'ip', 'strace'])
    if (spawnSync(program, ['--version']).error && spawnSync(program, ['-V']).error)
      return `${program} is missing`
  const tried = spawnSync('unshare', ['--net', 'sh', '-c', setUp, 'sh', 'true'])
  return tried.status === 0 ? null : `no network of its own can be made: ${String(tried.stderr)}`
}

/** Runs a file of this project there; resolves when it has ended well. */
export async function runWalled(file: string, args: readonly string[]): Promise<void> {
  const words = ['--net', 'sh', '-c', setUp, 'sh', process.execPath, file, ...args]
  const child = spawn('unshare', words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    // Nobody answers there, and nobody needs to be waited for.
    env: { ...process.env, RES_OPTIONS: 'timeout:1 attempts:1' },
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code !== 0) throw new Error(`${file} ended with ${signal ?? code}.`)
}

/** From within: how many packets have left so far. */
export function packetsOut(): number {
  const line = readFileSync('/proc/net/dev', 'utf8')
    .split('\n')
    .find((one) => one.trim().startsWith('wire:'))
  const sent = line?.split(':')[1]?.trim().split(/\s+/)[9]
  if (sent === undefined) throw new Error('There is no wire here.')
  return Number(sent)
}

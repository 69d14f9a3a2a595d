// A Debian 13 of our own in a folder, with Wine 10: Debian 12's Wine 8 cannot run Node 24. Made once per user (some
// minutes, about 1 GB) and used again.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { draftFor, place, stampedHash } from '../../native/recognition/build/place.mjs'
import { stampFile } from '../../native/recognition/build/places.mjs'
import { isThere, run } from '../../native/recognition/build/run.mjs'
import { debianMirror } from './mirror.mjs'

const suite = 'trixie'
const packages = ['wine', 'wine64', 'libpulse0']

/** Changes when the steps below change, so that an older folder is made anew. */
const recipe = `${suite} ${packages.join(' ')} 1`

export const wineEnvironment = {
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  HOME: '/root',
  LANG: 'C.UTF-8',
  WINEPREFIX: '/root/prefix',
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
}

/** The folder, or the reason why there is none on this machine. */
export async function prepareChroot({ cache, env, say }) {
  const folder = path.join(cache, `wine-${suite}`)
  const obstacle = await obstacleHere()
  if (obstacle) return { problem: obstacle }
  if (stampedHash(folder) === recipe) return { folder }
  if (!(await isThere('debootstrap'))) return { problem: 'debootstrap is not installed' }
  const mirror = await debianMirror(env).catch(() => undefined)
  if (!mirror) return { problem: 'apt on this machine knows no Debian mirror' }

  say('Making a Debian 13 with Wine 10 (some minutes, once per user) ...')
  const draft = draftFor(folder)
  try {
    await fill(draft, mirror)
    place(draft, folder)
    return { folder }
  } catch (error) {
    return { problem: `Debian 13 with Wine could not be made: ${error.message}` }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function obstacleHere() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Wine is run on Linux x64 only'
  if (process.getuid() !== 0) return 'a change of root needs the rights of root'
  const namespaces = await run('unshare', ['--mount', '--pid', '--fork', 'true']).then(
    () => true,
    () => false,
  )
  return namespaces ? undefined : 'this system allows no mounts of its own'
}

async function fill(folder, mirror) {
  await run('debootstrap', ['--variant=minbase', suite, folder, mirror])
  const apt = ['apt-get', '--quiet', '--yes', '--no-install-recommends', 'install', ...packages]
  await inChroot(folder, apt, { env: { ...wineEnvironment, DEBIAN_FRONTEND: 'noninteractive' } })
  rmSync(path.join(folder, 'var/cache/apt/archives'), { recursive: true, force: true })
  mkdirSync(path.join(folder, 'root/prefix'), { recursive: true })
  await inChroot(folder, ['sh', '-c', 'wineboot --init && wineserver --wait'])
  if (!existsSync(path.join(folder, 'root/prefix/system.reg')))
    throw new Error('Wine made no prefix')
  writeFileSync(path.join(folder, stampFile), JSON.stringify({ hash: recipe }))
}

/**
 * Runs a program inside, where the folder `shared` is seen as /mnt. Mounts and processes live in namespaces of their own,
 * so nothing of them is left when it ends, however it ends.
 */
export function inChroot(folder, command, { env = wineEnvironment, shared } = {}) {
  const mounts = [
    'mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc"',
    ...(shared ? [`mount --bind "${shared}" "$0/mnt"`] : []),
  ]
  const script = `${mounts.join(' && ')} && exec chroot "$0" "$@"`
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child']
  return run('unshare', [...namespaces, 'sh', '-c', script, folder, ...command], { env })
}

// The Debian mirror that this machine's apt already uses. No host name stands in this project.
import { run } from '../../native/recognition/build/run.mjs'

/** `listing` is one "site release component" per line, as apt knows its package lists. */
export function pickDebianMirror(listing) {
  const lines = listing.split('\n').map((line) => line.trim().split(' '))
  const main = lines.find(([site, release, component]) => {
    if (site === undefined || release === undefined) return false
    return component === 'main' && /\/debian\/?$/.test(site) && !release.includes('-')
  })
  return main?.[0]
}

/** RTSTT_DEBIAN_MIRROR, else apt's own; undefined on a machine whose apt knows no Debian. */
export async function debianMirror(env) {
  if (env.RTSTT_DEBIAN_MIRROR) return env.RTSTT_DEBIAN_MIRROR
  const format = '$(SITE) $(RELEASE) $(COMPONENT)'
  const listing = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'])
  return pickDebianMirror(listing)
}

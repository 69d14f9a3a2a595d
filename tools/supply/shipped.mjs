// What the program is made of besides itself: the packages of the lock file that are not only for working on it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project-node.mjs'

/**
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {string} [integrity]
 * @property {boolean} [inBundle] It lies inside the package that is above it.
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [link]
 * @property {string} [license]
 */

/** @typedef {{ path: string, name: string, version: string, licence: string | null, isHere: boolean }} Package */

/** @returns {Readonly<Record<string, Locked>>} */
export function locked() {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
}

/** Those of every system, in the order of the lock file; `isHere`: this system has it. @returns {Package[]} */
export function shipped(packages = locked()) {
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, link }]) => path !== '' && !dev && !devOptional && !link)
    .map(([path, { version = '', license }]) => ({
      path,
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? null,
      isHere: existsSync(join(root, path)),
    }))
}

/**
 * What of a lock file could bring something else than what was looked at: a sentence each.
 * @param {Readonly<Record<string, Locked>>} packages
 */
export function lockFaults(packages) {
  return Object.entries(packages).flatMap(([path, { resolved, integrity, inBundle, link }]) => {
    if (path === '' || inBundle) return []
    if (link) return [`${path} is a link to a folder.`]
    const faults = []
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))
      faults.push(`${path} has no SHA-512.`)
    // Without an address it comes from the registry that is asked, and must have these bytes wherever that is.
    if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
      faults.push(`${path} comes from ${resolved}.`)
    return faults
  })
}

// Every file that runs without being read: which package it came from, and which bytes it has.
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, globSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project-node.mjs'

/** @typedef {{ package: string, version: string, file: string, bytes: number, sha256: string }} Binary */

/** What programs and libraries of Linux, Windows and macOS begin with, and those of browsers. */
const beginnings = ['7f454c46', '4d5a', 'cffaedfe', 'cefaedfe', 'cafebabe', 'feedfacf', '0061736d']

/**
 * Those of the packages that are here, without their hashes.
 * @param {readonly import('./shipped.mjs').Package[]} packages
 */
export function findBinaries(packages) {
  return packages
    .filter(({ isHere }) => isHere)
    .flatMap(({ path, name, version }) =>
      globSync('**/*', {
        cwd: join(root, path),
        // What lies below is a package of its own.
        exclude: (entry) => entry === 'node_modules',
      })
        .filter((file) => isBinary(join(root, path, file)))
        .map((file) => ({
          package: name,
          version,
          file: file.replaceAll('\\', '/'),
          bytes: statSync(join(root, path, file)).size,
          at: join(root, path, file),
        })),
    )
    .toSorted((a, b) => (a.package + a.file < b.package + b.file ? -1 : 1))
}

function isBinary(/** @type {string} */ path) {
  // Text by its name; most files are.
  if (/\.(m?js|cjs|m?ts|cts|json|md|map|txt|html|css|h|hpp|c|cc|cpp|hbs)$/.test(path)) return false
  const stats = statSync(path)
  if (!stats.isFile() || stats.size < 4) return false
  const file = openSync(path, 'r')
  const head = Buffer.alloc(4)
  readSync(file, head, 0, 4, 0)
  closeSync(file)
  return beginnings.some((beginning) => head.toString('hex').startsWith(beginning))
}

/** @returns {Promise<string>} */
export async function hashOf(/** @type {string} */ path) {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(bytes)
  return hash.digest('hex')
}

/**
 * What is not as the list says: a sentence each. `hashes` are those that were taken.
 * @param {readonly Omit<Binary, 'sha256'>[]} found
 * @param {readonly Binary[]} listed
 * @param {ReadonlyMap<string, string>} hashes
 */
export function binaryFaults(found, listed, hashes) {
  const known = new Map(listed.map((one) => [keyOf(one), one]))
  return found.flatMap((one) => {
    const key = keyOf(one)
    const match = known.get(key)
    if (!match) return [`${key} is a binary that nobody has listed.`]
    if (match.bytes !== one.bytes)
      return [`${key} has ${one.bytes} bytes instead of ${match.bytes}.`]
    const hash = hashes.get(key)
    return hash && hash !== match.sha256
      ? [`${key} has other bytes than the one that was listed.`]
      : []
  })
}

export function keyOf(/** @type {Pick<Binary, 'package' | 'version' | 'file'>} */ one) {
  return `${one.package}@${one.version}/${one.file}`
}

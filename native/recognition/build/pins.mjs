// The packages that the addon is made from, found and compared with pins.json.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileHash } from './source-hash.mjs'

export function readPins(root) {
  return JSON.parse(readFileSync(path.join(root, 'pins.json'), 'utf8'))
}

/** The folder of an installed package, looked for as Node does: upwards from `from`. */
export function findPackage(name, from) {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    if (existsSync(path.join(candidate, 'package.json'))) return candidate
    if (folder === path.dirname(folder)) return undefined
  }
}

/** The package's folder once its version and every pinned file are right; otherwise one sentence that says what is not. */
export function checkPin(pin, from) {
  const folder = findPackage(pin.package, from)
  if (!folder) {
    return {
      problem: `The package ${pin.package} ${pin.packageVersion} is not installed: run "npm ci".`,
    }
  }
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  if (version !== pin.packageVersion) {
    return {
      problem: `The addon is made for ${pin.package} ${pin.packageVersion}, but ${version} is installed: run "npm ci".`,
    }
  }
  for (const [name, expected] of Object.entries(pin.files)) {
    const file = path.join(folder, name)
    if (!existsSync(file))
      return { problem: `${name} is missing in ${pin.package} ${version}: run "npm ci".` }
    if (fileHash(file) !== expected) {
      return {
        problem: `${name} in ${pin.package} ${version} is not the pinned file: run "npm ci".`,
      }
    }
  }
  return { folder }
}

/** All pins by name, as folders; or the first problem. */
export function checkPins(pins, from) {
  const folders = {}
  for (const [name, pin] of Object.entries(pins)) {
    const checked = checkPin(pin, from)
    if (checked.problem) return checked
    folders[name] = checked.folder
  }
  return { folders }
}

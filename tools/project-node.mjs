import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const binary = process.platform === 'win32' ? 'node.exe' : 'node'
const bundled = fileURLToPath(new URL(`../node_modules/node/bin/${binary}`, import.meta.url))

/** The folder that holds `package.json`. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The Node the project brings along, or the running one where that was not installed. */
export const projectNode = existsSync(bundled) ? bundled : process.execPath

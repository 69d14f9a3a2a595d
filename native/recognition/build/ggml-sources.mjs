// ggml's headers and sources. They travel in a package as a git bundle, so git is what takes them out.
import path from 'node:path'
import { run } from './run.mjs'

/** Checks the named folders of the bundle out into `into`; returns `into`. */
export async function checkOutGgml(packageFolder, into, folders) {
  const bundle = path.join(packageFolder, 'llama', 'gitRelease.bundle')
  await run('git', ['clone', '--quiet', '--no-checkout', bundle, into])
  await run('git', ['-C', into, 'checkout', '--quiet', 'HEAD', '--', ...folders])
  return into
}

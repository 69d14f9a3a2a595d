// Builds the page unless the built one is newer than everything it is made from.
import { join } from 'node:path'
import { isFresh } from './freshness.mjs'
import { root } from './project-node.mjs'

const sources = [
  'src-renderer',
  'src-main/contract',
  'src-main/wire',
  'vite.config.ts',
  'package-lock.json',
]

if (process.argv.includes('--always') || !isFresh('out/page/index.html', sources)) {
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}

// Builds what Electron loads, into a folder of its own, and reads what there is to look at.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'electron-vite'
import { root } from '../project-node.mjs'

/** The builder takes its wishes from a file alone, and reads paths in it as if they stood there. */
function wishes(/** @type {string} */ folder) {
  const into = (/** @type {string} */ name, /** @type {string} */ entry) => {
    const places = JSON.stringify({ outDir: join(folder, name), input: join(root, entry) })
    return `${name}: into(all.${name}, ${places})`
  }
  return `import all from '../../electron.vite.config.ts'
const into = ({ build }, { outDir, input }) => ({
  build: { ...build, outDir, rollupOptions: { ...build.rollupOptions, input } },
})
export default {
  ${into('main', 'src-main/shell/main.ts')},
  ${into('preload', 'src-preload/preload.ts')},
}
`
}

/** @returns {Promise<import('./window-rules.mjs').Built>} */
export async function builtWindow() {
  mkdirSync(join(root, 'out'), { recursive: true })
  const folder = mkdtempSync(join(root, 'out/audit-'))
  const configFile = join(folder, 'audit.config.mjs')
  writeFileSync(configFile, wishes(folder))
  try {
    await build({ root, configFile, logLevel: 'silent' })
    return {
      main: scriptsOf(join(folder, 'main')),
      preload: scriptsOf(join(folder, 'preload')),
      pages: globSync('src-renderer/*.html', { cwd: root }).map((file) =>
        readFileSync(join(root, file), 'utf8'),
      ),
      fuses: fusesOf(readFileSync(join(root, 'electron-builder.yml'), 'utf8')),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function scriptsOf(/** @type {string} */ folder) {
  const files = globSync('**/*.{js,cjs,mjs}', { cwd: folder }).toSorted()
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
}

/** The block of plain `name: true|false` lines; all that is ever there. */
export function fusesOf(/** @type {string} */ yaml) {
  const [, block = ''] = /^electronFuses:\n((?: +.*\n)*)/m.exec(yaml) ?? []
  const lines = [...block.matchAll(/^ +(\w+): (true|false)$/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name, value === 'true']))
}

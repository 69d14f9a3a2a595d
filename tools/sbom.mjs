// Writes what the program is made of as a CycloneDX file, out of what is installed here and without the network.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectNode, root } from './project-node.mjs'

const out = join(root, 'out/licences/sbom.cdx.json')
mkdirSync(dirname(out), { recursive: true })
const tool = join(root, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js')
const wishes = ['--omit', 'dev', '--output-reproducible', '--output-format', 'JSON']
const { status, error } = spawnSync(projectNode, [tool, ...wishes, '--output-file', out], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, npm_config_offline: 'true' },
})
if (status === 0) {
  const { components } = JSON.parse(readFileSync(out, 'utf8'))
  console.log(`out/licences/sbom.cdx.json: ${components.length} components`)
} else {
  console.log(`The list of components was not written: ${error?.message ?? `exit code ${status}`}`)
  process.exitCode = 1
}

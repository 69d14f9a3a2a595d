// Asks the registry whether it signed the packages that are here. Needs the network; without it, says so and fails.
import { spawnSync } from 'node:child_process'
import { root } from './project-node.mjs'

/** A registry that does not answer at once will not answer later. */
const patience = ['--fetch-retries=0', '--fetch-timeout=20000']

const { status, stdout, stderr } = spawnSync(
  'npm',
  ['audit', 'signatures', '--json', ...patience],
  {
    timeout: 120_000,
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  },
)
const said = answer()
if (said === null) {
  const [why = 'no reason was given'] = (stderr || stdout || '').trim().split('\n')
  console.log(
    `Not checked: the registry gave no answer (${why}). Nothing is known of the signatures.`,
  )
  process.exitCode = 1
} else {
  for (const { name, version } of [...said.invalid, ...said.missing])
    console.log(`${name}@${version} is not signed as it should be.`)
  console.log(`${said.invalid.length} wrong and ${said.missing.length} missing signatures`)
  process.exitCode = status ?? 1
}

/** @returns {{ invalid: { name: string, version: string }[], missing: { name: string, version: string }[] } | null} */
function answer() {
  try {
    const { invalid, missing } = JSON.parse(stdout)
    return Array.isArray(invalid) && Array.isArray(missing) ? { invalid, missing } : null
  } catch {
    return null // no answer is none
  }
}

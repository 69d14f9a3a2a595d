// Runs at the end of `npm install`: makes what cannot come from the registry as it is.
// Nothing here may fail the install; a part that could not be made says so, and so does
// `rtstt doctor` later.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode, root } from './project-node.mjs'

/** Written by an addon's installation when it could not be made; it has said why. */
const addonMissing = (/** @type {string} */ script) =>
  join(root, script, `../../out/${process.platform}-${process.arch}/missing.json`)

const steps = [
  { name: 'speech recognition', script: 'native/recognition/build/install.mjs', args: [] },
  { name: 'hearing devices', script: 'native/capture/build/install.mjs', args: [] },
  { name: 'voice detection', script: 'models/voice/convert.mjs', args: [] },
  { name: 'page', script: 'tools/build-page.mjs', args: [] },
]

// The first `npx rtstt` links the checkout into npx's own folder, which runs this file again.
const isMade = process.env.npm_command === 'exec' && existsSync(join(root, 'out/page/index.html'))
if (!isMade) for (const step of steps) make(step)

/** @param {{ name: string, script: string, args: readonly string[] }} step */
function make({ name, script, args }) {
  if (!existsSync(join(root, script))) return
  const startedAt = Date.now()
  const { status, error } = spawnSync(projectNode, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  const reason = error?.message ?? `exit code ${status}`
  const isMissing = script.startsWith('native/') && existsSync(addonMissing(script))
  if (isMissing) console.log(`${name}: missing; everything else works`)
  else console.log(status === 0 ? `${name}: ready (${seconds} s)` : `${name}: not made (${reason})`)
}

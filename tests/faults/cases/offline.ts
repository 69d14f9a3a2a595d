/** Whether anything leaves this computer: all packets and all network calls of all processes are recorded. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectNode, root } from '../../../tools/project-node.mjs'
import type { Fault, Row } from '../fault.ts'
import type { Tried } from '../offline/trials.ts'
import { runWalled, wallObstacle } from '../walled.ts'

const program = join(import.meta.dirname, '../offline/behind-wall.program.ts')

/** Two at a time: each has a network of its own. */
const pairs = [
  ['wholeMeeting', 'seenAtAll'],
  ['plantedCode', 'baits', 'allowedFetch'],
] as const

export const fault: Fault = {
  title: 'Nothing leaves',
  async run({ say }) {
    const obstacle = wallObstacle()
    if (obstacle !== null) {
      const skipped = `it cannot be measured here: ${obstacle}`
      const untried = { fault: 'a whole meeting with the network off', tried: 0, broken: [] }
      return [{ ...row(untried), skipped }]
    }
    // The page as it is now, and not as it was built some time ago.
    const made = spawnSync(projectNode, [join(root, 'tools/build-page.mjs')], { cwd: root })
    if (made.status !== 0) throw new Error(`The page could not be built: ${String(made.stderr)}`)
    const rows = await Promise.all(pairs.map((names) => inTurn(names, say)))
    return rows.flat()
  },
}

async function inTurn(names: readonly string[], say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of names) {
    const folder = mkdtempSync(join(tmpdir(), 'rtstt-walled-'))
    const result = join(folder, 'result.json')
    const began = performance.now()
    await runWalled(program, [name, result])
    const tried = JSON.parse(readFileSync(result, 'utf8')) as Tried
    rmSync(folder, { recursive: true, force: true })
    say(`${tried.fault}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
    rows.push(row(tried))
  }
  return rows
}

function row({ fault: what, tried, broken }: Tried): Row {
  return { fault: what, tried, recoveredMs: null, lost: null, broken }
}

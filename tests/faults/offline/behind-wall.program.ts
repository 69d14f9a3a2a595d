// Runs one trial behind the wall: NAME RESULT. What it came to goes to RESULT as JSON.
import { writeFileSync } from 'node:fs'
import { allowedFetch } from './allowed-fetch.ts'
import { baits } from './baits.ts'
import { plantedCode } from './planted-code.ts'
import { seenAtAll } from './seen-at-all.ts'
import type { TryIt } from './trials.ts'
import { wholeMeeting } from './whole-meeting.ts'

const trials: Readonly<Record<string, TryIt>> = {
  seenAtAll,
  wholeMeeting,
  plantedCode,
  baits,
  allowedFetch,
}

const [name = '', result = ''] = process.argv.slice(2)
const tryIt = trials[name]
if (!tryIt) throw new Error(`There is no trial ${name}.`)
writeFileSync(result, JSON.stringify(await tryIt()))
process.exit(0)

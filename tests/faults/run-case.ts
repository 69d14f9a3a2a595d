// Runs one file of `cases/` in a process of its own: FILE RESULT SEED [--long]. The rows go to RESULT as JSON.
import { writeFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { type Fault, holds } from './fault.ts'

const [file = '', result = '', seed = '1', ...flags] = process.argv.slice(2)
// As the program does: processes that are started anew are there sooner.
enableCompileCache()
const { fault } = (await import(pathToFileURL(file).href)) as { readonly fault: Fault }
const rows = await fault.run({
  long: flags.includes('--long'),
  seed: Number(seed),
  say: (line) => console.log(`  ${line}`),
})
writeFileSync(result, JSON.stringify(rows.map((row) => ({ ...row, holds: holds(row) }))))
// What a broken part left running must not keep the table waiting.
process.exit(0)

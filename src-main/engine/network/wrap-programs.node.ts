/** Another program is beyond this guard, so it is told which are started; copies of this one have a guard of their own. */
import child, { ChildProcess } from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import type { Target } from './target.ts'

type Ask = (target: Target) => Error | null
type Call = (this: unknown, ...args: unknown[]) => unknown

export function wrapPrograms(ask: Ask): void {
  const refusedOf = (file: unknown): Error | null => {
    if (typeof file !== 'string' || file === process.execPath) return null
    return ask({ what: 'program', host: nameOf(file), port: null })
  }
  // What waits for no end goes through one method.
  const methods = ChildProcess.prototype as unknown as Record<string, Call>
  const spawn = methods['spawn']
  if (spawn)
    methods['spawn'] = function (...args) {
      const [options] = args as [{ readonly file?: unknown }]
      const refused = refusedOf(options.file)
      if (refused) throw refused
      return spawn.apply(this, args)
    }
  const inTurn = child as unknown as Record<string, Call>
  for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
    const original = inTurn[name]
    if (!original) continue
    inTurn[name] = function (...args) {
      const refused = refusedOf(args[0])
      if (refused) throw refused
      return original.apply(this, args)
    }
  }
  syncBuiltinESMExports()
}

/** Without its folder, and without what only Windows writes behind it. */
function nameOf(file: string): string {
  const [word = ''] = file.trim().split(/\s+(?![\\/])/)
  const base = word.replaceAll('\\', '/').split('/').at(-1) ?? ''
  return base.toLowerCase().replace(/\.(exe|cmd|bat)$/, '')
}

/** How much the program's processes used between two looks. */
import type { ProcessUsage } from '#contract/performance.ts'
import type { Usage } from '../runtime/usage.ts'

export type ProcessName = ProcessUsage['name']

export interface UsageMeter {
  /** What a process has used since it began; null: it is gone. */
  heard(name: ProcessName, usage: Usage | null): void
  /** Since the last call, over so many milliseconds. A process that has said nothing since then used no processor. */
  read(spanMs: number): ProcessUsage[]
}

interface Seen {
  readonly latest: Usage
  /** At the last look; a process that is new has used all of it since. */
  readonly before: number
}

const order: readonly ProcessName[] = ['engine', 'recognition', 'language']

/** `own` asks what the process itself has used, which tells nobody by messages. */
export function usageMeter(own: () => Usage): UsageMeter {
  const seen = new Map<ProcessName, Seen>([['engine', { latest: own(), before: own().cpuMs }]])
  function heard(name: ProcessName, usage: Usage | null): void {
    if (usage === null) return void seen.delete(name)
    const known = seen.get(name)
    // A process that was started anew counts from nothing again.
    const isNew = !known || usage.cpuMs < known.latest.cpuMs
    seen.set(name, { latest: usage, before: isNew ? 0 : known.before })
  }
  return {
    heard,
    read(spanMs) {
      heard('engine', own())
      return order.flatMap((name) => {
        const process = seen.get(name)
        if (!process) return []
        const { latest, before } = process
        seen.set(name, { latest, before: latest.cpuMs })
        const cpu = Math.max(0, latest.cpuMs - before) / spanMs
        return [{ name, cpu, memoryBytes: latest.memoryBytes }]
      })
    },
  }
}

import { ownUsage, type Usage } from './usage.ts'

/** How often it is told, in milliseconds. */
const everyMs = 1_000
/** A process that did less in between tells nothing: one that rests costs nothing. */
const leastCpuMs = 5

/** Tells the engine what this worker process uses, while it works. Keeps the process neither awake nor alive. */
export function tellUsage(send: (message: { readonly usage: Usage }) => void): void {
  let told = 0
  setInterval(() => {
    const usage = ownUsage()
    if (usage.cpuMs - told < leastCpuMs) return
    told = usage.cpuMs
    send({ usage })
  }, everyMs).unref()
}

import { type Beat, beatMs } from './pulse.ts'

/**
 * Lets a worker's process tell that it is there while it has work; at rest it tells nothing and costs nothing. Answers
 * with what begins a piece of work, which answers with what ends it.
 */
export function beatWhileWorking(
  send: (message: { readonly beat: Beat }) => void,
): () => () => void {
  let working = 0
  let timer: NodeJS.Timeout | null = null
  const tell = (): void => send({ beat: ownBeat() })

  function end(): void {
    working -= 1
    if (working > 0 || !timer) return
    clearInterval(timer)
    timer = null
  }

  return () => {
    working += 1
    if (!timer) {
      tell()
      timer = setInterval(tell, beatMs)
      timer.unref()
    }
    return end
  }
}

/** Windows counts every page that is touched for the first time; a process that waits for its disk does so by hundreds. */
const pagesPerRead = process.platform === 'win32' ? 200 : 1

function ownBeat(): Beat {
  const { userCPUTime, systemCPUTime, majorPageFault, fsRead } = process.resourceUsage()
  // Node 22 cannot tell it; there, voice detection hides a decode that stands still until its patience is over.
  const own = 'threadCpuUsage' in process ? process.threadCpuUsage() : { user: 0, system: 0 }
  const cpuMs = (userCPUTime + systemCPUTime - own.user - own.system) / 1000
  const pages = Math.floor(majorPageFault / pagesPerRead)
  // Windows counts what is read of pipes as well: every message.
  const reads = process.platform === 'win32' ? pages : pages + fsRead
  return { cpuMs: Math.max(0, cpuMs), reads }
}

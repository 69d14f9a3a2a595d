/** What the graphics card does, as its maker's own tool tells it. Other makers' cards tell nobody: null. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { GpuUsage } from '#contract/performance.ts'
import type { GraphicsUsage } from './graphics-usage.ts'

const asked = ['name', 'utilization.gpu', 'memory.used', 'memory.total']
const everySeconds = 2
const mebibyte = 1024 ** 2

/** Follows the first card until it is stopped. */
export function followGraphics(command = 'nvidia-smi'): GraphicsUsage {
  let latest: GpuUsage | null = null
  const child = spawn(
    command,
    [
      `--query-gpu=${asked.join(',')}`,
      '--format=csv,noheader,nounits',
      '--id=0',
      `--loop=${everySeconds}`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true },
  )
  // Most machines do not have the tool; then there is nothing to tell.
  child.once('error', () => {})
  child.once('exit', () => (latest = null))
  child.unref()
  createInterface({ input: child.stdout }).on('line', (line) => (latest = parseUsage(line)))
  return {
    read: () => latest,
    stop() {
      // A child that could not be started has no number yet, and `kill` would signal whatever number is in its
      // memory: another program, or with 0 this program and all it was started with.
      if (child.pid !== undefined) child.kill()
    },
  }
}

/** Reads one line of the tool; null where it does not know the figures. */
export function parseUsage(line: string): GpuUsage | null {
  const [name = '', ...figures] = line.split(',').map((part) => part.trim())
  const [busy, used, total] = figures.map((figure) => (/^\d+$/.test(figure) ? Number(figure) : NaN))
  if (name === '' || busy === undefined || used === undefined || total === undefined) return null
  if ([busy, used, total].some(Number.isNaN)) return null
  return { name, busy: busy / 100, memoryBytes: used * mebibyte, totalBytes: total * mebibyte }
}

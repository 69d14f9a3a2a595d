import type { GpuUsage } from '#contract/performance.ts'

/** What the graphics card does, while it is followed. */
export interface GraphicsUsage {
  /** The latest figures, or null. */
  read(): GpuUsage | null
  stop(): void
}

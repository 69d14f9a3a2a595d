/** What the page costs its reader, measured by the browser itself, and where the figures are kept. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const folder = join(import.meta.dirname, '../../out/reports')
const path = join(folder, 'page-figures.json')

/** Puts figures beside those of the other specs. */
export function keepFigures(figures: Readonly<Record<string, number>>): void {
  mkdirSync(folder, { recursive: true })
  const rounded = Object.entries(figures).map(([name, value]) => [
    name,
    Math.round(value * 10) / 10,
  ])
  const all = { ...known(), ...Object.fromEntries(rounded) }
  writeFileSync(path, `${JSON.stringify(all, null, 2)}\n`)
}

function known(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>
  } catch {
    return {}
  }
}

/** In milliseconds, since they were last asked for. */
export interface Frames {
  /** The longest time that the page's own scripts took within one frame. */
  readonly script: number
  /** The longest task, whoever caused it. */
  readonly task: number
  /** The longest time from one frame to the next, and that which 95 of 100 stay under. */
  readonly longest: number
  readonly p95: number
}

/** Watches every frame from now on. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  const watch = await page.evaluateHandle(() => {
    const seen = { scripts: [0], tasks: [0], frames: [0] }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { scripts = [] } = entry as PerformanceEntry & {
          scripts?: readonly { readonly duration: number }[]
        }
        seen.scripts.push(scripts.reduce((sum, { duration }) => sum + duration, 0))
      }
    }).observe({ type: 'long-animation-frame' })
    new PerformanceObserver((list) => {
      seen.tasks.push(...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask' })
    let last = performance.now()
    requestAnimationFrame(function frame(now) {
      seen.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    })
    return seen
  })
  return () =>
    watch.evaluate((seen) => {
      const [scripts, tasks] = [seen.scripts.splice(0), seen.tasks.splice(0)]
      const frames = seen.frames.splice(0).toSorted((a, b) => a - b)
      return {
        script: Math.max(0, ...scripts),
        task: Math.max(0, ...tasks),
        longest: frames.at(-1) ?? 0,
        p95: frames[Math.floor(frames.length * 0.95)] ?? 0,
      }
    })
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Of the thread's own processor time, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

export interface Work {
  /** The longest task. */
  readonly longest: number
  /** All tasks together. */
  readonly sum: number
}

/**
 * What the page's main thread does while something is done, in milliseconds of processor time: unlike time by the clock
 * it does not grow with what else a machine is busy with.
 */
export async function pageWork(page: Page, act: () => Promise<unknown>): Promise<Work> {
  const browser = page.context().browser()
  if (!browser) throw new Error('There is no browser to trace.')
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await act()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents
    .filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
  if (tasks.length === 0) throw new Error('The browser told of no task.')
  return { longest: Math.max(...tasks), sum: tasks.reduce((sum, one) => sum + one, 0) }
}

/** Tells, once somebody has clicked, how long it took until something was there and painted. */
export async function watchClick(page: Page, selector: string): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle((wanted) => {
    const drawn = Promise.withResolvers<number>()
    const begin = (): void => {
      const clicked = performance.now()
      const changes = new MutationObserver(() => {
        if (!document.querySelector(wanted)) return
        changes.disconnect()
        // The message is handled when the frame is painted.
        requestAnimationFrame(() => {
          const painted = new MessageChannel()
          painted.port1.addEventListener('message', () =>
            drawn.resolve(performance.now() - clicked),
          )
          painted.port1.start()
          painted.port2.postMessage(null)
        })
      })
      changes.observe(document.body, { subtree: true, childList: true })
    }
    document.addEventListener('click', begin, { once: true, capture: true })
    return { drawn: drawn.promise }
  }, selector)
  return () => watch.evaluate(({ drawn }) => drawn)
}

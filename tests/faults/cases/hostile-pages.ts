import type { Fault } from '../fault.ts'
import { hostilePages } from '../hostile/browser.ts'

/** In a process without an engine: that one would not let a browser begin. */
export const fault: Fault = { title: 'hostile content in a browser', run: hostilePages }

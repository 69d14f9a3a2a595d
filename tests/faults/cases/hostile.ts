import type { Fault } from '../fault.ts'
import { hostileDocuments } from '../hostile/documents.ts'
import { hostileWords } from '../hostile/engine.ts'
import { hostileFiles } from '../hostile/files.ts'
import { hostileMessages } from '../hostile/messages.ts'

/** At least 100,000 hostile things: no crash, no path outside, no markup run, no prototype changed, no memory without bound. */
export const fault: Fault = {
  title: 'hostile content',
  run: async (trial) => [
    ...(await hostileMessages(trial)),
    ...(await hostileDocuments(trial)),
    ...(await hostileFiles(trial)),
    ...(await hostileWords(trial)),
  ],
}

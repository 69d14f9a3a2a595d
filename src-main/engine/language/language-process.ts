/** Entry of the language process. Its argument: `ProcessOptions` as JSON. */
import '../network/closed.node.ts'
import { constants, setPriority } from 'node:os'
import { tellAttempts } from '../network/tell-attempts.ts'
import { parentChannel } from '../runtime/parent-channel.ts'
import { tellUsage } from '../runtime/tell-usage.ts'
import { languageWork } from './language-work.ts'
import { ProcessOptions } from './process-options.ts'
import { serveLanguage } from './serve-language.ts'
import { trustLibrary } from './trust-library.ts'

const options = ProcessOptions.parse(JSON.parse(process.argv[2] ?? 'null'))

// Recognition and the person at the computer go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
// A key press that interrupts the program in a terminal reaches this process too; the engine decides.
process.on('SIGINT', () => {})

const engine = await parentChannel()
// The engine is gone, however it went: nobody is left to answer.
engine.onClose(() => process.exit(0))
const work = languageWork(
  async () => {
    trustLibrary()
    return (await import('./llama.native.ts')).openLibrary(options)
  },
  () => performance.now(),
)
engine.onMessage(serveLanguage(work, engine.send))
tellUsage(engine.send)
tellAttempts(engine.send)

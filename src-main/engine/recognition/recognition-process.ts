/** Entry of the recognition process. Its arguments: the voice-detection model's path, and the back end to run on. */
import '../network/closed.node.ts'
import { tellAttempts } from '../network/tell-attempts.ts'
import { parentChannel } from '../runtime/parent-channel.ts'
import { tellUsage } from '../runtime/tell-usage.ts'
import { backendOf, processor } from './backend.ts'
import { serveRecognition } from './serve-recognition.ts'
import { whisperWork } from './whisper.native.ts'

const [voiceModelPath = '', named = processor] = process.argv.slice(2)
const backend = backendOf(named)
if (!backend) throw new Error(`There is no back end ${named}.`)

// A key press that interrupts the program in a terminal reaches this process too; the engine decides.
process.on('SIGINT', () => {})

const engine = await parentChannel()
// The engine is gone, however it went: nobody is left to answer.
engine.onClose(() => process.exit(0))
engine.onMessage(serveRecognition(whisperWork(voiceModelPath, backend), engine.send))
tellUsage(engine.send)
tellAttempts(engine.send)

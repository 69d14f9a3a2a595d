/** Entry of the recognition process. Its one argument is the voice-detection model's path. */
import { parentChannel } from '../runtime/parent-channel.ts'
import { serveRecognition } from './serve-recognition.ts'
import { whisperWork } from './whisper.native.ts'

const [voiceModelPath = ''] = process.argv.slice(2)

// A key press that interrupts the program in a terminal reaches this process too; the engine decides.
process.on('SIGINT', () => {})

const engine = await parentChannel()
// The engine is gone, however it went: nobody is left to answer.
engine.onClose(() => process.exit(0))
engine.onMessage(serveRecognition(whisperWork(voiceModelPath), engine.send))

/**
 * The real engine on a data folder, with its own workers, over a meeting that is played PACE times as fast as it was
 * spoken: `played-engine.program.ts DATA PACE HANDED`. Serves the contract over the channel to its parent, and notes in
 * the file HANDED what the source has given, so that it can be known after a kill.
 */
import { serve } from '#wire/serve.ts'
import { assemble } from '../../src-main/assemble.ts'
import { handedFile } from './handed-file.ts'
import { playedMeeting } from './played-meeting.ts'
import { ownChannel } from './process-channel.ts'

const [data = '', pace = '1', handed = ''] = process.argv.slice(2)
const note = handedFile(handed)
const engine = await assemble({
  dataFolder: data,
  sound: {
    devices: { list: async () => [], watch: () => () => {} },
    openSource: () => playedMeeting(Number(pace), note),
  },
})
const parent = ownChannel()
serve(engine, parent, console.error)
parent.onClose(() => void engine[Symbol.asyncDispose]().then(() => process.exit(0)))

/**
 * The real engine on a data folder, with its own workers, over a meeting that is played PACE times as fast as it was
 * spoken: `played-engine.program.ts DATA PACE`. Serves the contract over the channel to its parent, and writes to
 * standard output what the source has given, so that it can be known after a kill.
 */
import { writeSync } from 'node:fs'
import { serve } from '#wire/serve.ts'
import { assemble } from '../../src-main/assemble.ts'
import { playedMeeting } from './played-meeting.ts'
import { ownChannel } from './process-channel.ts'

const [data = '', pace = '1'] = process.argv.slice(2)
const engine = await assemble({
  dataFolder: data,
  sound: {
    devices: { list: async () => [], watch: () => () => {} },
    openSource: () =>
      playedMeeting(Number(pace), ({ me, them }) => void writeSync(1, `${me} ${them}\n`)),
  },
})
const parent = ownChannel()
serve(engine, parent, console.error)
parent.onClose(() => void engine[Symbol.asyncDispose]().then(() => process.exit(0)))

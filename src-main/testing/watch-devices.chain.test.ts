import { expect, it, onTestFinished } from 'vitest'
import { captureProblem } from '#native/capture/capture.ts'
import { pulseProblem, startPulseDaemon } from '#native/capture/testing/pulse-daemon.ts'
import { rtstt } from './run-rtstt.ts'

const problem = pulseProblem() ?? captureProblem()

it.skipIf(problem !== null)(
  'rtstt devices --watch tells what comes and goes until somebody stops it',
  { timeout: 60_000 },
  async () => {
    const daemon = await startPulseDaemon()
    onTestFinished(() => daemon.close())
    await daemon.addSink('speakers')
    await using program = await rtstt({ PULSE_SERVER: daemon.server })
    const watching = program.start('devices', '--watch')
    await watching.seen(/Watching/)
    const usb = await daemon.addSink('usb')
    await watching.seen(/^\+ .* usb$/m)
    await daemon.removeModule(usb)
    await watching.seen(/^- .* usb$/m)
    watching.process.kill('SIGINT')
    expect((await watching.finished).code).toBe(0)
  },
)

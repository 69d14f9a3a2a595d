/** Seeing how loud real devices are before a meeting, on a sound server of the test's own. */
import { expect, it, onTestFinished } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import type { TrackName } from '#contract/transcript.ts'
import { openDeviceSource } from '#engine/capture/device-source.ts'
import { steadyMs } from '#engine/capture/steady-ms.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { soundCheck } from '#engine/sound-check.ts'
import { captureProblem, openCapture } from '#native/capture/capture.ts'
import { pulseProblem, startPulseDaemon } from '#native/capture/testing/pulse-daemon.ts'
import { realEngine } from './real-engine.ts'

const problem = pulseProblem() ?? captureProblem()
const log = {
  info: () => {},
  warn: () => {},
  bug: (_: string, error: unknown) => expect.fail(String(error)),
}

it.skipIf(problem !== null)(
  'shows both sides as loud as they are, and frees the devices when it is left',
  { timeout: 60_000 },
  async () => {
    const daemon = await startPulseDaemon()
    onTestFinished(() => daemon.close())
    await daemon.addSink('speaker')
    await daemon.addModule('module-sine', 'sink=speaker', 'frequency=450')
    const { mouth } = await daemon.addMicrophone('mic')
    await daemon.addModule('module-sine', `sink=${mouth}`, 'frequency=1050')
    await daemon.setDefaultSink('speaker')
    await daemon.setDefaultSource('mic')
    const capture = await openCapture({ server: daemon.server })
    onTestFinished(() => capture.close())
    const openCaptured = async () => capture
    const loud = Promise.withResolvers<void>()
    const loudest: Record<TrackName, number> = { me: 0, them: 0, mix: 0 }
    const told: EngineEvent[] = []
    await using check = soundCheck(
      {
        clock: systemClock,
        log,
        openSource: async (choice) => {
          if (choice.kind !== 'both') throw new Error('Both sides are listened to.')
          const parts = { openCapture: openCaptured, clock: systemClock, steadyMs, log }
          return openDeviceSource(choice, { ...parts, uptimeMs: steadyMs })
        },
      },
      (event) => {
        told.push(event)
        if (event.type !== 'sound.measured') return
        for (const { track, peak } of event.levels) loudest[track] = Math.max(loudest[track], peak)
        if (loudest.me > 0.3 && loudest.them > 0.3) loud.resolve()
      },
    )
    await check.api['sound.listen']({ microphoneId: null, systemId: null })
    await loud.promise
    await check.api['sound.leave']({})
    expect(told.at(-1)).toEqual({ type: 'sound.changed', tracks: [] })
  },
)

it('plays the sample meeting that comes with the program', async () => {
  await using engine = await realEngine()
  const meeting = await engine.api['meeting.start']({
    source: { kind: 'sample' },
    title: null,
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs: null,
    finalPass: 'off',
    vocabulary: [],
  })
  const { totalMs } = await engine.heard('meeting.progressed')
  expect(totalMs).toBe(41_170)
  await engine.api['meeting.stop']({ meetingId: meeting.id })
  const { tracks } = await engine.api['meeting.read']({ meetingId: meeting.id })
  expect(tracks.map(({ name }) => name)).toEqual(['me', 'them'])
})

/** The pill over other windows: how long it records, that sound arrives, and what can be done about it. */
import type { TrackName } from '#contract/transcript.ts'
import { alongMeter } from '../state/levels.ts'
import { clock } from '../texts/format.ts'
import { followEngine, texts } from './follow-engine.ts'
import type { OverlayState } from './overlay-state.ts'
import { pillButton } from './pill-button.ts'
import './overlays.css'

document.title = texts.pill
const root = document.querySelector('main') ?? document.body
root.className = 'pill'
const isDictating = location.hash === '#dictating'

const heading = document.createElement('h1')
heading.className = 'unseen'
heading.textContent = texts.pill
const sign = document.createElement('span')
const time = document.createElement('span')
time.className = 'time'
const meters = document.createElement('span')
meters.className = 'meters'
root.append(heading, sign, time, meters)

if (isDictating) {
  sign.className = 'sign recording'
  time.textContent = texts.dictating
  time.setAttribute('role', 'status')
} else show()

function show(): void {
  let shown: OverlayState | null = null
  const ask = async (name: 'meeting.stop' | 'meeting.pause' | 'meeting.resume'): Promise<void> => {
    const meetingId = shown?.meeting?.id
    if (meetingId) await link.call(name, { meetingId })
  }
  const mute = pillButton('mute', async () => {
    const [meetingId, muted] = [shown?.meeting?.id, !shown?.hearing?.microphoneMuted]
    if (meetingId) await link.call('meeting.mute', { meetingId, muted })
  })
  const pause = pillButton('pause', () =>
    ask(shown?.hearing?.paused ? 'meeting.resume' : 'meeting.pause'),
  )
  const stop = pillButton('stop', () => ask('meeting.stop'))
  root.append(mute.button, pause.button, stop.button)
  const bars = new Map<TrackName, HTMLElement>()

  const link = followEngine((state) => {
    shown = state
    const { meeting, hearing, heardMs } = state
    const dead = hearing?.paused
      ? undefined
      : hearing?.tracks.find((one) => one.state === 'lost' || one.state === 'deaf')
    sign.className = `sign ${dead ? 'warning' : hearing?.paused ? 'paused' : meeting ? 'recording' : ''}`
    const words = dead ? texts.dead[dead.track] : hearing?.paused ? texts.paused : null
    time.textContent = meeting ? clock(heardMs) : texts.nothing
    root.title = words ?? ''
    sign.textContent = words ?? ''
    sign.setAttribute('role', 'status')
    meters.replaceChildren(...(hearing?.tracks ?? []).map(({ track }) => meterOf(track, bars)))
    const hearsMe = hearing?.tracks.some(({ track }) => track === 'me') ?? false
    mute.show(hearing?.microphoneMuted ? 'unmute' : 'mute', hearsMe)
    pause.show(hearing?.paused ? 'resume' : 'pause', hearing !== null)
    stop.show('stop', meeting !== null)
  })
  link.onEvent((event) => {
    if (event.type !== 'levels.measured' || event.meetingId !== shown?.meeting?.id) return
    for (const { track, rms } of event.levels) {
      const bar = bars.get(track)
      if (bar) bar.style.transform = `scaleY(${alongMeter(rms).toFixed(2)})`
    }
  })
}

/** One meter for each track, and always the same one. Its words are in the main window; here it is a sign of life. */
function meterOf(track: TrackName, bars: Map<TrackName, HTMLElement>): HTMLElement {
  const bar = bars.get(track) ?? document.createElement('span')
  bars.set(track, bar)
  bar.className = `bar ${track}`
  const meter = bar.parentElement ?? document.createElement('span')
  meter.className = 'meter'
  meter.title = texts.levels[track]
  meter.append(bar)
  return meter
}

import type { EngineEvent } from '#contract/events.ts'
import type { TrackName } from '#contract/transcript.ts'
import { clockTime } from './progress.ts'
import type { Terminal } from './terminal.ts'

const names: Record<TrackName, string> = { me: 'me', them: 'them', mix: '' }

/** Prints a live meeting as it is spoken: committed text as lines, text that may change as a status. */
export function liveLines(terminal: Terminal, printText: boolean): (event: EngineEvent) => void {
  let lag = ''
  return (event) => {
    switch (event.type) {
      case 'segment.committed': {
        const { startMs, track, text } = event.segment
        if (printText) terminal.result(line(startMs, track, text))
        return
      }
      case 'hypothesis.changed':
        return terminal.status(
          event.hypothesis
            ? `${line(event.hypothesis.startMs, event.track, event.hypothesis.text)} …`
            : `● ${lag}`,
        )
      case 'meeting.progressed':
        lag = `${clockTime(event.heardMs)} heard, ${((event.heardMs - event.readMs) / 1000).toFixed(1)} s to read`
        return
      case 'meeting.warned':
        return terminal.say(`Warning: ${event.message}`)
      case 'meeting.stopped':
        return terminal.status(null)
      default:
    }
  }
}

function line(ms: number, track: TrackName, text: string): string {
  const who = names[track]
  return `[${clockTime(ms)}] ${who ? `${who}: ` : ''}${text}`
}

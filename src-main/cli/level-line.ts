/** The one line that shows, while devices are heard, how loud they are and what is being said. */
import { type DiskRoom, noticeableRoomMs, roomInWords } from '#contract/disk-room.ts'
import type { Hearing, Level } from '#contract/hearing.ts'
import type { RecognitionHealth } from '#contract/live-recognition.ts'
import type { TrackName } from '#contract/transcript.ts'
import { fit, fitEnd, widthOf } from './fit.ts'
import { clockTime } from './progress.ts'

export interface LiveView {
  readonly heardMs: number
  readonly readMs: number
  /** Null where no devices are heard but a file. */
  readonly hearing: Hearing | null
  readonly levels: readonly Level[]
  /** What is being said, where somebody speaks. */
  readonly saying: string | null
  /** Text falls behind and comes later. */
  readonly catchingUp: boolean
  /** Null where nobody has to know, or nobody does. */
  readonly room: DiskRoom | null
  readonly recognition: RecognitionHealth['state']
}

const troubles = { restarting: 'recognition starts again', paused: 'text paused' } as const
const meterCells = 8
/** Quieter than this a meter is empty. */
const lowestDb = -60
/** Less is not worth a word. */
const noticeableLagMs = 3_000

export function levelLine(view: LiveView, columns: number): string {
  const { heardMs, readMs, hearing, saying, catchingUp, recognition, room: left } = view
  const lagMs = heardMs - readMs
  const parts = [
    `${hearing?.paused ? '‖' : '●'} ${clockTime(heardMs)}`,
    ...(hearing?.paused ? ['paused'] : meters(view)),
    ...(left && left.leftMs < noticeableRoomMs ? [`${roomInWords(left.leftMs)} left on disk`] : []),
    ...(catchingUp ? ['catching up'] : []),
    ...(recognition === 'working' ? [] : [troubles[recognition]]),
    ...(lagMs >= noticeableLagMs ? [`${(lagMs / 1000).toFixed(0)} s to read`] : []),
  ]
  const head = fit(parts.join('  '), columns)
  const room = columns - widthOf(head) - 2
  return saying === null || room < 8 ? head : `${head}  ${fitEnd(saying, room)}`
}

function meters({ hearing, levels }: LiveView): string[] {
  if (!hearing) return []
  return hearing.tracks.map(({ track, state }) => {
    const isMuted = track === 'me' && hearing.microphoneMuted
    const words = { opening: 'opening', lost: 'lost', deaf: 'deaf', ended: 'ended' }
    if (state !== 'hearing') return `${track} ${words[state].padEnd(meterCells)}`
    return `${track} ${isMuted ? 'muted'.padEnd(meterCells) : meter(levels, track)}`
  })
}

function meter(levels: readonly Level[], of: TrackName): string {
  const peak = levels.find(({ track }) => track === of)?.peak ?? 0
  const db = peak > 0 ? 20 * Math.log10(peak) : -Infinity
  const share = Math.min(1, Math.max(0, 1 - db / lowestDb))
  // What is heard at all is seen: a meter is empty only where there is nothing.
  const cells = share > 0 ? Math.max(1, Math.round(share * meterCells)) : 0
  return '█'.repeat(cells) + '░'.repeat(meterCells - cells)
}

import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import type { Progress } from '../../state/transcripts.ts'
import { shortTime } from '../../texts/format.ts'

/** Text that falls behind by more than this is said in colour. */
const worryingLagMs = 15_000

interface Props {
  readonly meeting: Meeting
  readonly progress: Progress | null
  /** Only what worries is worth a word. */
  readonly quiet: boolean
}

/** How far the text is behind the sound. */
export function Lag({ meeting, progress, quiet }: Props) {
  const { t, locale } = useSpeech()
  const late = useAppState(({ catchingUp }) => catchingUp.has(meeting.id))
  const lagMs = progress ? Math.max(0, progress.heardMs - progress.readMs) : 0
  const worrying = lagMs > worryingLagMs
  if (!progress || (quiet && !worrying)) return null
  return (
    <p
      className={`m-0 tabular-nums ${worrying ? 'worrying font-semibold text-warning' : late ? '' : '@max-[34rem]/live:sr-only'}`}
    >
      {t('live.behind', { time: shortTime(lagMs, locale) })}
      {late && <span className="text-warning"> · {t('live.catchingUp')}</span>}
    </p>
  )
}

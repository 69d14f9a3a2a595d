import type { Meeting } from '#contract/meeting.ts'
import { useAppState } from '../../pieces/app-context.ts'
import type { KnownHearing } from '../../pieces/use-hearing.ts'
import { DiskLeft } from './disk-left.tsx'
import { Elapsed } from './elapsed.tsx'
import { Lag } from './lag.tsx'
import { RecognisedBy } from './recognised-by.tsx'
import { Tracks } from './tracks.tsx'

interface Props {
  readonly meeting: Meeting
  readonly known: KnownHearing
}

/** One quiet line: for how long, how loud, how far behind, how long the disk lasts, and by what it is read. */
export function StatusLine({ meeting, known }: Props) {
  const progress = useAppState(({ transcripts }) => transcripts[meeting.id]?.progress ?? null)
  const { hearing, sure } = known
  return (
    <div className="flex flex-wrap items-center gap-x-5 @max-[34rem]/live:gap-x-3 gap-y-1 text-label text-quiet">
      <Elapsed meeting={meeting} progress={progress} known={known} />
      {hearing && <Tracks hearing={hearing} sure={sure} />}
      <Lag meeting={meeting} progress={progress} quiet={hearing?.paused ?? false} />
      <DiskLeft />
      <RecognisedBy meetingId={meeting.id} />
    </div>
  )
}

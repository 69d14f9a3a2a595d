import type { Meeting } from '#contract/meeting.ts'
import { MeetingTitle } from '../meeting/meeting-title.tsx'
import { LiveLanguage } from './live-language.tsx'
import { TextSize } from './text-size.tsx'
import type { useTextSize } from './use-text-size.ts'

interface Props {
  readonly meeting: Meeting
  readonly size: ReturnType<typeof useTextSize>
}

/** What is being heard, in which language, and how large it is shown. When it is over it can be named. */
export function LiveHead({ meeting, size }: Props) {
  const live = meeting.state === 'live'
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <div className="min-w-0 grow">
        {live ? <h1 id="meeting-title">{meeting.title}</h1> : <MeetingTitle meeting={meeting} />}
      </div>
      {live && <LiveLanguage meeting={meeting} />}
      <TextSize {...size} />
    </header>
  )
}

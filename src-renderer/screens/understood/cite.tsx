import type { Citation, MeetingCitation } from '#contract/citation.ts'
import type { MeetingId } from '#contract/ids.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { meetingAddress } from '../../state/route.ts'
import { clock, machineLength } from '../../texts/format.ts'
import { usePlaceBeside } from './place-context.ts'

interface Props {
  readonly citations: readonly (Citation | MeetingCitation)[]
  /** Where they are, unless they say so. */
  readonly meetingId?: MeetingId
}

/** The places on which something rests, as small times that lead there. */
export function Cites({ citations, meetingId }: Props) {
  const { t } = useSpeech()
  if (citations.length === 0) return null
  return (
    <span className="cites" role="group" aria-label={t('understood.places')}>
      {citations.map((citation) => (
        <Cite
          key={citation.segmentId}
          citation={citation}
          meetingId={'meetingId' in citation ? citation.meetingId : meetingId}
        />
      ))}
    </span>
  )
}

interface CiteProps {
  readonly citation: Citation
  readonly meetingId: MeetingId | undefined
}

function Cite({ citation, meetingId }: CiteProps) {
  const { t } = useSpeech()
  const place = usePlaceBeside()
  const at = meetingId ?? place.meetingId
  const time = clock(citation.startMs)
  return (
    <a
      className="cite figures"
      href={meetingAddress(at, citation.startMs)}
      aria-label={t('understood.goTo', { time })}
      onClick={(event) => {
        // A key held down asks for another window or tab.
        const apart = event.ctrlKey || event.metaKey || event.shiftKey
        if (at !== place.meetingId || apart) return
        event.preventDefault()
        place.jump(citation)
      }}
    >
      <time dateTime={machineLength(citation.startMs)}>{time}</time>
    </a>
  )
}

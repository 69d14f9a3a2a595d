import { Folder, Tag, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { FinishButton } from '../../pieces/finish-button.tsx'
import { meetingAddress } from '../../state/route.ts'
import { length, machineLength, timeOfDay } from '../../texts/format.ts'
import { Badge } from './badge.tsx'

interface Props {
  readonly meeting: Meeting
  readonly chosen: boolean
  /** One of the rows can be reached with Tab; the arrow keys lead to the others. */
  readonly reachable: boolean
  /** Missing where a meeting cannot be opened, as in the trash. */
  readonly opens: boolean
  readonly onChoose: (isStretch: boolean) => void
  /** What stands below the title instead of when it was. */
  readonly remark?: string
}

/** One meeting of the library: its mark, a way into it, and what is known of it. */
export function MeetingRow({ meeting, chosen, reachable, opens, onChoose, remark }: Props) {
  const { t, locale } = useSpeech()
  const { id, title, startedAt, durationMs, state } = meeting
  const tabIndex = reachable ? 0 : -1
  return (
    <div
      data-chosen={chosen || undefined}
      className="flex flex-wrap items-center gap-x-3 md:flex-nowrap rounded-round pe-3 hover:bg-accent-ground data-chosen:bg-accent-ground"
    >
      <label className="grid size-11 flex-none cursor-pointer place-items-center">
        <input
          type="checkbox"
          className="size-4.5 cursor-pointer accent-accent"
          tabIndex={tabIndex}
          aria-label={t('library.choose', { title })}
          checked={chosen}
          // What changes it is a press of the mouse, or Space, which comes as one.
          onChange={({ nativeEvent }) =>
            onChoose(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </label>
      <a
        data-row={id}
        tabIndex={tabIndex}
        {...(opens && { href: meetingAddress(id) })}
        {...(!opens && { role: 'link', 'aria-disabled': true })}
        className="grid min-w-0 flex-1 basis-56 py-2.5 text-inherit no-underline"
      >
        <span dir="auto" className="truncate font-medium text-ink" title={title}>
          {title}
        </span>
        <span className="flex flex-wrap gap-x-2 text-label text-quiet">
          {remark ?? (
            <>
              <time dateTime={startedAt}>{timeOfDay(startedAt, locale)}</time>
              {state !== 'live' && (
                <>
                  <span aria-hidden="true">·</span>
                  <time dateTime={machineLength(durationMs)}>{length(durationMs)}</time>
                </>
              )}
            </>
          )}
        </span>
      </a>
      <Known meeting={meeting} />
      <State meeting={meeting} />
    </div>
  )
}

/** Where it stands, what it is tagged with, and who is in it. */
function Known({ meeting: { folder, tags, people } }: Pick<Props, 'meeting'>) {
  if (folder === null && tags.length === 0 && people.length === 0) return null
  return (
    <span className="flex max-w-full min-w-0 flex-wrap items-center gap-1.5 max-md:ps-14 max-md:pb-2 md:max-w-1/2 md:justify-end md:py-1">
      {people.length > 0 && (
        <Chip icon={Users}>
          {people.slice(0, 2).join(', ')}
          {people.length > 2 && ` +${people.length - 2}`}
        </Chip>
      )}
      {folder !== null && <Chip icon={Folder}>{folder}</Chip>}
      {tags.slice(0, 3).map((tag) => (
        <Chip key={tag} icon={Tag}>
          {tag}
        </Chip>
      ))}
      {tags.length > 3 && <span className="text-small text-quiet">+{tags.length - 3}</span>}
    </span>
  )
}

function Chip({
  icon: Icon,
  children,
}: {
  readonly icon: typeof Tag
  readonly children: ReactNode
}) {
  return (
    <span className="inline-flex max-w-40 min-w-0 items-center gap-1 rounded-full border border-line px-2 py-0.5 text-small text-quiet">
      <Icon className="size-3.5 flex-none" aria-hidden="true" />
      <span dir="auto" className="truncate">
        {children}
      </span>
    </span>
  )
}

function State({ meeting }: Pick<Props, 'meeting'>) {
  const { t } = useSpeech()
  if (meeting.state === 'live')
    return (
      <Badge kind="live">
        {t(meeting.imported ? 'library.stateReading' : 'library.stateLive')}
      </Badge>
    )
  if (meeting.state !== 'interrupted') return null
  return (
    <span className="flex flex-wrap items-center gap-2 max-md:ps-14 max-md:pb-2 md:flex-none">
      <Badge kind="interrupted">{t('library.stateInterrupted')}</Badge>
      <FinishButton meeting={meeting} size="small" />
    </span>
  )
}

import { Ellipsis } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Segment } from '#contract/transcript.ts'
import { useApp, useSpeech } from '../../../pieces/app-context.ts'
import { clock } from '../../../texts/format.ts'
import { usePlayer } from '../player/player-context.ts'
import { type Editing, EditingContext } from './editing-store.ts'
import { SegmentMenu } from './segment-menu.tsx'
import { SpeakerPopover } from './speaker-popover.tsx'
import { useHandle } from './use-handle.ts'
import { useTextEvents } from './use-text-events.ts'

interface Props {
  readonly editing: Editing
  readonly segments: readonly Segment[]
  readonly children: ReactNode
}

/**
 * A text whose segments can be edited where they stand: by a double click or F2, and by a menu that a right click, the
 * menu key or the button beside the pointed segment opens.
 */
export function EditableText({ editing, segments, children }: Props) {
  const { t } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const handle = useHandle(box, segments)
  const events = useTextEvents(editing, segments)
  useLostDraft(editing, segments)
  useQuiet(editing)
  const isEdited = useStore(editing.store, ({ edited }) => edited?.id === handle.segment?.id)
  const pointed = isEdited ? null : handle.segment
  return (
    <EditingContext value={editing}>
      <div ref={box} className="relative" {...events} {...handle.events}>
        {children}
        {pointed && handle.place && (
          <button
            type="button"
            className="absolute z-10 grid size-8 -translate-y-1/2 cursor-pointer place-items-center rounded-full border border-line bg-raised p-0 text-quiet shadow-low hover:text-ink"
            style={handle.place}
            aria-label={t('editing.menuAt', { time: clock(pointed.startMs) })}
            aria-haspopup="menu"
            onClick={({ currentTarget }) =>
              editing.store.setState({
                menu: { id: pointed.id, character: 0, beside: currentTarget },
              })
            }
          >
            <Ellipsis className="size-4" aria-hidden="true" />
          </button>
        )}
      </div>
      <SegmentMenu editing={editing} segments={segments} />
      <SpeakerPopover editing={editing} />
    </EditingContext>
  )
}

/** So long after the second click of a double click the first one may still begin to play, in milliseconds. */
const clicksMs = 700

/** Who begins to write does not want to be talked to. */
function useQuiet({ store }: Editing): void {
  const player = usePlayer()
  useEffect(() => {
    let sinceMs = -Infinity
    const hush = (): void => {
      const isNew = performance.now() - sinceMs < clicksMs
      if (isNew && player?.state().playing) player.toggle()
    }
    const stops = [
      store.subscribe(({ edited }, before) => {
        if (!edited || before.edited) return
        sinceMs = performance.now()
        hush()
      }),
      player?.subscribe(hush),
    ]
    return () => {
      for (const stop of stops) stop?.()
    }
  }, [store, player])
}

/** What somebody was writing when its segment was taken away is not lost with it. */
function useLostDraft({ store, meetingId }: Editing, segments: readonly Segment[]): void {
  const { actions } = useApp()
  const { t } = useSpeech()
  useEffect(() => {
    const { edited } = store.getState()
    if (!edited || segments.length === 0 || segments.some(({ id }) => id === edited.id)) return
    store.setState({ edited: null })
    if (edited.draft === edited.from) return
    const text = t('editing.goneMeanwhile', { text: edited.draft })
    const key = `draft ${edited.id}`
    actions.tell({ key, tone: 'problem', code: null, text, meetingId, warning: null })
  }, [store, meetingId, segments, actions, t])
}

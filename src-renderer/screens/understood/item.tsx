import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { InsightId, MeetingId } from '#contract/ids.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'

/** So long a dismissal can be taken back before it is told to the engine, which does not take it back. */
const undoMs = 8_000

interface Props {
  readonly meetingId: MeetingId
  readonly insight: { readonly id: InsightId; readonly text: string }
  /** Stands before the text. */
  readonly before?: ReactNode
  readonly children: ReactNode
  /** The fields in its place while it is edited. */
  readonly editor: (onDone: () => void) => ReactNode
}

/** One thing that was found, which can be corrected where it stands, or dismissed. */
export function Item({ meetingId, insight, before, children, editor }: Props) {
  const { t } = useSpeech()
  const [editing, setEditing] = useState(false)
  const { dismissed, dismiss, undo } = useDismissal(meetingId, insight.id)
  const connected = useAppState(({ link }) => link === 'connected')
  const editButton = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  // The fields have gone; whoever used the keyboard goes on at the button that opened them.
  useEffect(() => {
    if (wasEditing.current && !editing) editButton.current?.focus()
    wasEditing.current = editing
  }, [editing])

  if (dismissed) {
    return (
      <li className="item dismissed" data-item>
        <span className="quiet" role="status">
          {t('insights.dismissed')}
        </span>
        <button type="button" className="text-button" autoFocus onClick={undo}>
          {t('insights.undo')}
          <span className="visually-hidden">: {insight.text}</span>
        </button>
      </li>
    )
  }
  if (editing) {
    return (
      <li className="item" data-item>
        {editor(() => setEditing(false))}
      </li>
    )
  }
  return (
    <li className="item" data-item>
      {before}
      <div className="item-body">{children}</div>
      <div className="item-tools">
        <button
          type="button"
          ref={editButton}
          className="icon-button"
          aria-label={t('insights.edit', { text: insight.text })}
          disabled={!connected}
          onClick={() => setEditing(true)}
        >
          <Symbol name="edit" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('insights.dismiss', { text: insight.text })}
          disabled={!connected}
          onClick={dismiss}
        >
          <Symbol name="close" />
        </button>
      </div>
    </li>
  )
}

/** Hides it at once; what is hidden when the page goes elsewhere is dismissed for good. */
function useDismissal(meetingId: MeetingId, insightId: InsightId) {
  const { actions } = useApp()
  const [dismissed, setDismissed] = useState(false)
  const undone = useRef(false)
  useEffect(() => {
    if (!dismissed) return
    undone.current = false
    let told = false
    const tell = (): void => {
      if (told || undone.current) return
      told = true
      // Should it not work, it is there again, and a notice says why.
      void actions.dismissInsight(meetingId, insightId).then(() => setDismissed(false))
    }
    const timer = setTimeout(tell, undoMs)
    return () => {
      clearTimeout(timer)
      tell()
    }
  }, [dismissed, actions, meetingId, insightId])
  return {
    dismissed,
    dismiss: () => setDismissed(true),
    undo: () => {
      undone.current = true
      setDismissed(false)
    },
  }
}

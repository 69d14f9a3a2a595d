import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { InsightId, MeetingId } from '#contract/ids.ts'
import type { InsightChange } from '#contract/insight.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly insight: { readonly id: InsightId; readonly text: string }
  readonly onDone: () => void
  /** What is changed besides the text. */
  readonly more?: InsightChange
  readonly children?: ReactNode
}

/** The fields of an insight; Escape lets go without a change. */
export function InsightEditor({ meetingId, insight, onDone, more = {}, children }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [text, setText] = useState(insight.text)
  const wanted = text.trim()

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (await actions.editInsight(meetingId, insight.id, { text: wanted, ...more })) onDone()
  }

  return (
    <form
      className="item-editor"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <label className="field wide">
        {t('insights.what')}
        <input
          type="text"
          autoFocus
          required
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {children}
      <div className="row">
        <button type="submit" className="button primary" disabled={wanted === ''}>
          {t('page.save')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('page.cancel')}
        </button>
      </div>
    </form>
  )
}

import { type SubmitEvent, useState } from 'react'
import type { Summary } from '#contract/summary.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { edited, toLines } from '../../state/summaries.ts'

interface Props {
  readonly summary: Summary
  readonly onDone: () => void
}

/** A person's own words, one statement on each line. What is written stays the one it began with. */
export function SummaryEditor({ summary, onDone }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [sections] = useState(summary.sections)
  const [written, setWritten] = useState(() => sections.map(toLines))

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (await actions.editSummary(summary.meetingId, edited(sections, written))) onDone()
  }

  return (
    <form
      className="summary-editor"
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDone()
      }}
    >
      <p className="quiet">{t('summary.lineEach')}</p>
      {sections.map(({ title }, index) => (
        <label key={index} className="field wide">
          {title}
          <textarea
            rows={Math.max(2, (written[index] ?? '').split('\n').length + 1)}
            autoFocus={index === 0}
            value={written[index]}
            onChange={({ target }) => setWritten(written.with(index, target.value))}
          />
        </label>
      ))}
      <div className="row">
        <button type="submit" className="button primary" disabled={!connected}>
          {t('page.save')}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t('page.cancel')}
        </button>
      </div>
    </form>
  )
}

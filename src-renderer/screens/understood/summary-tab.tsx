import { useEffect, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import type { Summary } from '#contract/summary.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { type KnownSummary, summaryText, unreadSummary } from '../../state/summaries.ts'
import { percent } from '../../texts/format.ts'
import { Revisions } from './revisions.tsx'
import { SummaryEditor } from './summary-editor.tsx'
import { SummarySections } from './summary-sections.tsx'
import { WhoSays } from './who-says.tsx'
import { WriteSummary } from './write-summary.tsx'

/** The summary that counts, and what can be done about it. */
export function SummaryTab({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { phase, problem, summary, writing } = useSummary(meeting.id)
  const [editing, setEditing] = useState(false)
  return (
    <>
      {problem !== null && (
        <p role="alert" className="problem">
          {problem || t('page.somethingBroke')}
        </p>
      )}
      {!summary && !writing && (
        <p className="quiet empty-tab">
          {phase === 'reading' ? t('page.loading') : t('summary.none')}
        </p>
      )}
      {summary && editing && <SummaryEditor summary={summary} onDone={() => setEditing(false)} />}
      {summary && !editing && <Shown meeting={meeting} summary={summary} />}
      {writing && <Writing meetingId={meeting.id} writing={writing} />}
      {summary && !editing && !writing && (
        <div className="row summary-tools">
          <button
            type="button"
            className="button"
            onClick={() => setEditing(true)}
            disabled={summary.state === 'growing'}
          >
            <Symbol name="edit" />
            {t('summary.edit')}
          </button>
          <CopySummary summary={summary} />
        </div>
      )}
      {!writing && !editing && <WriteSummary meetingId={meeting.id} summary={summary} />}
      {summary && <Revisions summary={summary} />}
    </>
  )
}

function Shown({ meeting, summary }: { readonly meeting: Meeting; readonly summary: Summary }) {
  const { t } = useSpeech()
  return (
    <>
      {summary.author === 'person' ? (
        <p className="who-says quiet">{t('understood.byPerson')}</p>
      ) : (
        <WhoSays {...summary} />
      )}
      {summary.state === 'growing' && (
        <p className="growing-mark">
          <span className="live-dot" aria-hidden="true" />
          {t('summary.growing')}
        </p>
      )}
      {summary.outdated && (
        <p className="notice warning" role="status">
          {t('summary.outdated')}
        </p>
      )}
      <SuggestedTitle meeting={meeting} title={summary.title} />
      <SummarySections sections={summary.sections} />
    </>
  )
}

interface TitleProps {
  readonly meeting: Meeting
  readonly title: string | null
}

function SuggestedTitle({ meeting, title }: TitleProps) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  if (title === null || title === meeting.title) return null
  return (
    <p className="suggested">
      {t('summary.suggested', { title })}
      <button
        type="button"
        className="text-button"
        disabled={!connected}
        onClick={() => void actions.rename(meeting.id, title)}
      >
        {t('summary.useIt')}
      </button>
    </p>
  )
}

interface WritingProps {
  readonly meetingId: Meeting['id']
  readonly writing: NonNullable<KnownSummary['writing']>
}

function Writing({ meetingId, writing: { share, draft } }: WritingProps) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  return (
    <section className="writing" aria-label={t('summary.draft')}>
      <div className="row">
        <p className="grow figures">
          {t('summary.writing', { share: percent(Math.floor(share * 100) / 100, locale) })}
        </p>
        <button
          type="button"
          className="text-button"
          onClick={() => void actions.cancelSummary(meetingId)}
        >
          {t('page.cancel')}
        </button>
      </div>
      <progress aria-label={t('summary.writingOf')} max={1} value={share} />
      {draft !== '' && (
        <>
          <p className="draft-mark">{t('summary.draft')}</p>
          <p className="draft">{draft}</p>
        </>
      )}
    </section>
  )
}

function CopySummary({ summary }: { readonly summary: Summary }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  async function copy(): Promise<void> {
    const copied = await navigator.clipboard.writeText(summaryText(summary.sections)).then(
      () => true,
      () => false,
    )
    const text = copied ? t('meeting.copied') : t('meeting.copyRefused')
    const tone = copied ? 'done' : 'problem'
    const { meetingId } = summary
    actions.tell({ key: 'copy', tone, code: null, text, meetingId, warning: null })
  }
  return (
    <button type="button" className="button" onClick={() => void copy()}>
      <Symbol name="copy" />
      {t('summary.copy')}
    </button>
  )
}

/** Reads it whenever it is not known. */
function useSummary(meetingId: Meeting['id']): KnownSummary {
  const { actions } = useApp()
  const known = useAppState(({ summaries }) => summaries[meetingId] ?? unreadSummary)
  const connected = useAppState(({ link }) => link === 'connected')
  const needed = connected && known.phase === 'unread'
  useEffect(() => {
    if (needed) void actions.readSummary(meetingId)
  }, [needed, actions, meetingId])
  return known
}

import { useEffect, useState } from 'react'
import type { Summary } from '#contract/summary.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { dayAndTimeShort } from '../../texts/format.ts'
import { SummarySections } from './summary-sections.tsx'

/** Everything that was written before, which can be looked at and made to count again. */
export function Revisions({ summary }: { readonly summary: Summary }) {
  const { t } = useSpeech()
  const all = useRevisions(summary)
  const earlier = all.filter(({ id }) => id !== summary.id)
  if (earlier.length === 0) return null
  return (
    <details className="carried">
      <summary>
        {t('summary.revisions', { number: earlier.length })}
        <Symbol name="down" />
      </summary>
      <ul className="items">
        {earlier.map((revision) => (
          <Revision key={revision.id} revision={revision} />
        ))}
      </ul>
    </details>
  )
}

function Revision({ revision }: { readonly revision: Summary }) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const [open, setOpen] = useState(false)
  const connected = useAppState(({ link }) => link === 'connected')
  const { meetingId, id, author, model, template, writtenAt } = revision
  const name = t('summary.revision', { number: revision.revision })
  return (
    <li className="item revision">
      <div className="item-body">
        <p>{name}</p>
        <p className="item-facts quiet">
          <time dateTime={writtenAt}>{dayAndTimeShort(writtenAt, locale)}</time>
          <span>{model ?? t(`summary.authors.${author}`)}</span>
          <span>{template}</span>
        </p>
        <p className="item-facts">
          <button
            type="button"
            className="text-button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('summary.hide') : t('summary.show')}
            <span className="visually-hidden">: {name}</span>
          </button>
          <button
            type="button"
            className="text-button"
            disabled={!connected}
            onClick={() => void actions.chooseSummary(meetingId, id)}
          >
            {t('summary.letCount')}
            <span className="visually-hidden">: {name}</span>
          </button>
        </p>
        {open && <SummarySections sections={revision.sections} />}
      </div>
    </li>
  )
}

/** The list as it was when another one last came to count. */
function useRevisions({ meetingId, id }: Summary): readonly Summary[] {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [all, setAll] = useState<readonly Summary[]>([])
  useEffect(() => {
    if (!connected) return
    let wanted = true
    void actions.listSummaries(meetingId).then((list) => wanted && setAll(list))
    return () => {
      wanted = false
    }
  }, [connected, actions, meetingId, id])
  return all
}

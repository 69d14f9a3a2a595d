import { useEffect, useId, useState } from 'react'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Confirm } from '../../pieces/confirm.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { AddTerms } from './add-terms.tsx'
import { TermList } from './term-list.tsx'

/** The names and terms that every meeting expects: seen, added one by one or many at once, and removed. */
export function VocabularyPanel() {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  const bodyId = useId()
  const { terms, phase } = useAppState(({ vocabulary }) => vocabulary)
  useTerms()

  return (
    <section className="vocabulary" aria-label={t('vocabulary.title')}>
      <button
        type="button"
        className="vocabulary-head"
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => setOpen(!open)}
      >
        <span>{t('vocabulary.title')}</span>
        {phase === 'whole' && (
          <span className="quiet">{t('vocabulary.terms', { count: terms.length })}</span>
        )}
        <Symbol name={open ? 'up' : 'down'} />
      </button>
      <div id={bodyId} className="vocabulary-body" hidden={!open}>
        <p className="quiet">{t('vocabulary.why')}</p>
        {phase === 'failed' ? <p className="problem">{t('vocabulary.unknown')}</p> : <AddTerms />}
        <TermList terms={terms} />
        {terms.length > 1 && <RemoveAll count={terms.length} />}
      </div>
    </section>
  )
}

function RemoveAll({ count }: { readonly count: number }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button type="button" className="button quiet-danger" onClick={() => setAsking(true)}>
        {t('vocabulary.removeAll')}
      </button>
      {asking && (
        <Confirm
          title={t('vocabulary.removeAllTitle', { count })}
          why={t('vocabulary.removeAllWhy')}
          yes={t('vocabulary.removeAll')}
          onYes={() => {
            setAsking(false)
            void actions.changeVocabulary({ kind: 'replace', terms: [] })
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Reads the terms whenever they are not known to be whole. */
function useTerms(): void {
  const { actions } = useApp()
  const unread = useAppState(
    ({ link, vocabulary }) => link === 'connected' && vocabulary.phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readVocabulary()
  }, [unread, actions])
}

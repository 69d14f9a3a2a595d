import { type KeyboardEvent, useId, useState } from 'react'
import { useApp, useSpeech } from '../../pieces/app-context.ts'

/** One field for a single term and for a whole list that is pasted; Enter adds, Shift and Enter begins a line. */
export function AddTerms() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState('')
  const [fieldId, hintId] = [useId(), useId()]

  async function add(): Promise<void> {
    if (text.trim() === '') return
    const changed = await actions.changeVocabulary({ kind: 'import', text })
    if (!changed) return
    setText('')
    const { added, leftOut } = changed
    setOutcome(
      leftOut > 0
        ? t('vocabulary.addedLeftOut', { count: added, columns: leftOut })
        : t('vocabulary.added', { count: added }),
    )
  }
  function onKeyDown(event: KeyboardEvent): void {
    // Enter may only choose a word where one is composed of several strokes.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void add()
  }

  return (
    <form
      className="add-terms"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label htmlFor={fieldId}>{t('vocabulary.addTerms')}</label>
      <textarea
        id={fieldId}
        rows={2}
        value={text}
        aria-describedby={hintId}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={hintId} className="quiet">
        {t('vocabulary.addTermsHint')}
      </p>
      <div className="row">
        <button type="submit" className="button">
          {t('vocabulary.add')}
        </button>
        <p role="status" className="quiet">
          {outcome}
        </p>
      </div>
    </form>
  )
}

import { useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'

interface Props {
  readonly wanted: string
  readonly onWant: (text: string) => void
  /** Which of the places is lit, from 0; -1 for none. */
  readonly at: number
  readonly count: number
  readonly onStep: (by: 1 | -1) => void
}

/** Finds words in the open meeting. Enter goes on, Shift and Enter back, Escape lets go. */
export function FindField({ wanted, onWant, at, count, onStep }: Props) {
  const { t } = useSpeech()
  const seeking = wanted.trim() !== ''
  return (
    <div role="search" className="search-field find">
      <Symbol name="search" />
      <input
        type="search"
        aria-label={t('meeting.findLabel')}
        aria-keyshortcuts="/"
        placeholder={t('meeting.findLabel')}
        autoComplete="off"
        spellCheck={false}
        value={wanted}
        onChange={({ target }) => onWant(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') {
            event.preventDefault()
            onWant('')
            if (!seeking) event.currentTarget.blur()
          }
        }}
      />
      <span role="status" className="quiet figures">
        {seeking && count === 0 && t('meeting.notFound')}
        {seeking &&
          count > 0 &&
          (at < 0 ? t('search.hits', { count }) : t('meeting.found', { at: at + 1, total: count }))}
      </span>
      {seeking && count > 0 && (
        <>
          <StepButton label={t('meeting.previous')} symbol="up" onClick={() => onStep(-1)} />
          <StepButton label={t('meeting.next')} symbol="down" onClick={() => onStep(1)} />
        </>
      )}
    </div>
  )
}

interface StepProps {
  readonly label: string
  readonly symbol: 'up' | 'down'
  readonly onClick: () => void
}

function StepButton({ label, symbol, onClick }: StepProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Symbol name={symbol} />
    </button>
  )
}

import { useSpeech } from '../../pieces/app-context.ts'

interface Props {
  /** Null: no language model had a part in it. */
  readonly model: string | null
  readonly without: string | null
  readonly dropped: number
}

/** Who understood it, and why no language model did. */
export function WhoSays({ model, without, dropped }: Props) {
  const { t } = useSpeech()
  return (
    <p className="who-says quiet">
      {model === null ? t('understood.byRules') : t('understood.withModel', { model })}
      {/* The engine gives its reasons in English. */}
      {without !== null && (
        <>
          {' '}
          <span lang="en">{without}</span>
        </>
      )}
      {dropped > 0 && ` ${t('understood.dropped', { count: dropped })}`}
    </p>
  )
}

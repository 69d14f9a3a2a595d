import type { FoundWords } from '#contract/edit.ts'
import { useSpeech } from '../../../pieces/app-context.ts'

interface Props {
  readonly found: FoundWords
  /** What is put in the place of what was found. */
  readonly words: string
}

/** So much of a text is shown around what changes, in characters. */
const around = 40

/** How the first texts would read. */
export function ReplacePreview({ found: { examples, segments }, words }: Props) {
  const { t } = useSpeech()
  if (examples.length === 0) return null
  const further = segments - examples.length
  return (
    <ul className="grid gap-1 text-label">
      {examples.map(({ segmentId, text, places }) => (
        <li key={segmentId} dir="auto" className="wrap-anywhere">
          {places.map(({ from, to }, index) => {
            const before = places[index - 1]?.to ?? 0
            const isLast = index === places.length - 1
            return (
              <span key={from}>
                {shortened(text.slice(before, from), 'start')}
                <Changed from={text.slice(from, to)} to={words} />
                {isLast && shortened(text.slice(to), 'end')}
              </span>
            )
          })}
        </li>
      ))}
      {further > 0 && <li className="text-quiet">{t('editing.more', { count: further })}</li>}
    </ul>
  )
}

function Changed({ from, to }: { readonly from: string; readonly to: string }) {
  const { t } = useSpeech()
  return (
    <>
      <span className="sr-only"> {t('editing.gone')} </span>
      <del className="text-danger">{from}</del>
      {to !== '' && (
        <>
          <span className="sr-only"> {t('editing.added')} </span>
          <ins className="bg-done-ground text-done no-underline">{to}</ins>
        </>
      )}
    </>
  )
}

function shortened(text: string, end: 'start' | 'end'): string {
  if (text.length <= around) return text
  return end === 'start' ? `…${text.slice(-around)}` : `${text.slice(0, around)}…`
}

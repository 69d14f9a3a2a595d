import { Fragment, type ReactNode } from 'react'
import type { Piece } from '../state/find-text.ts'
import { useSpeech } from './app-context.ts'

/** A text in which what was looked for is marked, and what the model was unsure of is underlined with dots. */
export function FoundText({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { t } = useSpeech()
  return pieces.map(({ text, found, doubtful }, index) => {
    const words: ReactNode = doubtful ? (
      <Doubtful hint={t('transcript.unsure')}>{text}</Doubtful>
    ) : (
      text
    )
    // The pieces of one text never move, so their place is their name.
    return found ? <mark key={index}>{words}</mark> : <Fragment key={index}>{words}</Fragment>
  })
}

/** The element for words that are marked without being emphasised; a screen reader may say why, or leave it out. */
function Doubtful({ hint, children }: { readonly hint: string; readonly children: string }) {
  return (
    <u className="doubtful" role="mark" aria-roledescription={hint} title={hint}>
      {children}
    </u>
  )
}

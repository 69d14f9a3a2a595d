import { useId } from 'react'
import type { Insight } from '#contract/insight.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { clock } from '../../texts/format.ts'

type Tone = Extract<Insight, { readonly kind: 'tone' }>

/** Scores nearer to the middle than this say nothing either way. */
const evenScore = 0.15
/** Height of the strip in its own units; the middle line is neutral. */
const height = 32

/** How the meeting sounds over its length: above the line positive, below it negative. */
export function ToneStrip({ tones }: { readonly tones: readonly Tone[] }) {
  const { t } = useSpeech()
  const id = useId()
  if (tones.length === 0) return null
  const endMs = Math.max(...tones.map((tone) => tone.endMs), 1)
  const middle = height / 2
  return (
    <section className="group" aria-labelledby={id}>
      <h3 id={id}>{t('insights.tone')}</h3>
      <svg
        className="tone"
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line x1="0" x2="1000" y1={middle} y2={middle} />
        {tones.map(({ id: toneId, startMs, endMs: untilMs, score }) => (
          <rect
            key={toneId}
            className={wordOf(score)}
            x={(startMs / endMs) * 1000}
            width={Math.max(2, ((untilMs - startMs) / endMs) * 1000 - 3)}
            y={score > 0 ? middle * (1 - score) - 1 : middle - 1}
            height={Math.max(2, Math.abs(score) * middle)}
          />
        ))}
      </svg>
      <ul className="visually-hidden">
        {tones.map(({ id: toneId, startMs, endMs: untilMs, score }) => (
          <li key={toneId}>
            {t('insights.toneOf', {
              share: t(`insights.tones.${wordOf(score)}`),
              from: clock(startMs),
              to: clock(untilMs),
            })}
          </li>
        ))}
      </ul>
      <p className="tone-ends quiet figures" aria-hidden="true">
        <span>{clock(0)}</span>
        <span>{clock(endMs)}</span>
      </p>
    </section>
  )
}

function wordOf(score: number): 'good' | 'even' | 'bad' {
  if (Math.abs(score) < evenScore) return 'even'
  return score > 0 ? 'good' : 'bad'
}

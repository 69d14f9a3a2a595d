import { useId } from 'react'
import type { Insight } from '#contract/insight.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { usePlaceBeside } from './place-context.ts'

type Keyword = Extract<Insight, { readonly kind: 'keyword' }>

/** So many say what a meeting was about. */
const mostShown = 20

export function Keywords({ keywords }: { readonly keywords: readonly Keyword[] }) {
  const { t } = useSpeech()
  const place = usePlaceBeside()
  const id = useId()
  if (keywords.length === 0) return null
  return (
    <section className="group" aria-labelledby={id}>
      <h3 id={id}>{t('insights.keywords')}</h3>
      <ul className="chips">
        {keywords.slice(0, mostShown).map((keyword) => (
          <li key={keyword.id}>
            <button
              type="button"
              className="chip"
              title={t('insights.findWord', { word: keyword.text })}
              onClick={() => place.find(keyword.text)}
            >
              {keyword.text} <span className="quiet figures">{keyword.count}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useEffect, useRef, useState } from 'react'
import type { Insight } from '#contract/insight.ts'
import { useSpeech } from '../../pieces/app-context.ts'

/** Whoever listens to the page hears at most one line in this time. */
const pauseMs = 5_000

type Telling = Extract<Insight, { readonly kind: 'action' | 'decision' | 'question' }>

/** Tells a screen reader what is new, without haste; what was there at first is no news. */
export function InsightsNews({ insights }: { readonly insights: readonly Insight[] }) {
  const { t } = useSpeech()
  const [news, setNews] = useState<readonly Telling[]>([])
  const heard = useRef<ReadonlySet<string> | null>(null)
  const latest = useRef(insights)
  useEffect(() => {
    latest.current = insights
    heard.current ??= new Set(insights.map(({ id }) => id))
  }, [insights])
  useEffect(() => {
    const timer = setInterval(() => {
      const before = heard.current ?? new Set<string>()
      const fresh = latest.current.filter(tells).filter(({ id }) => !before.has(id))
      if (fresh.length === 0) return
      heard.current = new Set(latest.current.map(({ id }) => id))
      setNews(fresh)
    }, pauseMs)
    return () => clearInterval(timer)
  }, [])
  const names = {
    action: t('insights.actions'),
    decision: t('insights.decisions'),
    question: t('insights.questions'),
  }
  const [one, ...others] = news
  return (
    <p role="status" className="visually-hidden">
      {one && others.length === 0 && t('insights.news', { kind: names[one.kind], text: one.text })}
      {others.length > 0 && t('insights.moreNews', { count: news.length })}
    </p>
  )
}

function tells(insight: Insight): insight is Telling {
  return ['action', 'decision', 'question'].includes(insight.kind)
}

import { Gauge } from 'lucide-react'
import { useState } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { Select } from '../../pieces/select.tsx'
import { useTitle } from '../../pieces/use-title.ts'
import { chartsOf } from './chart-lines.ts'
import { LineChart } from './line-chart.tsx'
import { ThisComputer } from './this-computer.tsx'
import { type Span, useSamples } from './use-samples.ts'

const spans = ['now', 'day', 'week', 'quarter'] as const

/** How well the program runs, now and over time, and what this computer can do. */
export function PerformanceScreen() {
  const { t } = useSpeech()
  const [span, setSpan] = useState<Span>('now')
  const samples = useSamples(span)
  const { atSeconds, charts } = chartsOf(samples)
  useTitle(t('performance.title'))
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1>{t('performance.title')}</h1>
        <Select
          label={t('performance.while')}
          labelHidden
          options={spans.map((value) => ({ value, label: t(`performance.spans.${value}`) }))}
          value={span}
          onChange={setSpan}
        />
      </div>
      {charts.length === 0 ? (
        <EmptyState icon={Gauge} title={t('performance.resting')}>
          <p>{t('performance.restingWhy')}</p>
        </EmptyState>
      ) : (
        <section className="grid gap-4 md:grid-cols-2" aria-label={t(`performance.spans.${span}`)}>
          {charts.map((chart) => (
            <LineChart key={chart.id} chart={chart} atSeconds={atSeconds} />
          ))}
          {charts.every(({ id }) => id !== 'gpu') && (
            <p className="self-center text-small text-quiet">{t('performance.unknownGpu')}</p>
          )}
        </section>
      )}
      <ThisComputer />
    </div>
  )
}

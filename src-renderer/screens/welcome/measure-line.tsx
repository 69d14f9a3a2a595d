import { Gauge } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ComputerMeasure } from '#contract/performance.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { ProgressBar } from '../../pieces/progress-bar.tsx'

/** How fast this computer is, measured with the small model the first time it is asked. */
export function MeasureLine() {
  const { t } = useSpeech()
  const measuring = useAppState(({ running }) => running.measuring)
  const models = useAppState((state) => state.models.models)
  const measured = useMeasured()
  if (measuring) {
    const { done, total } = measuring
    return (
      <ProgressBar
        label={t('welcome.model.measuring')}
        share={total === 0 ? null : done / total}
        figure={total === 0 ? '' : t('performance.measured', { done, total })}
      />
    )
  }
  if (!measured) return null
  const { recommended } = measured
  const name = models.find(({ id }) => id === recommended)?.name ?? recommended
  return (
    <p role="status" className="flex items-start gap-2">
      <Gauge className="mt-0.5 size-5 flex-none text-accent" aria-hidden="true" />
      {name === null ? t('performance.noneRecommended') : t('welcome.model.measured', { name })}
    </p>
  )
}

function useMeasured(): ComputerMeasure | null {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [measured, setMeasured] = useState<ComputerMeasure | null>(null)
  useEffect(() => {
    if (!connected || measured) return
    let wanted = true
    actions
      .readComputer()
      .then((known) => known ?? (wanted ? actions.measureComputer('bundled') : null))
      .then(
        (result) => wanted && setMeasured(result),
        // Without figures the list is as good as before.
        () => {},
      )
    return () => {
      wanted = false
    }
  }, [actions, connected, measured])
  return measured
}

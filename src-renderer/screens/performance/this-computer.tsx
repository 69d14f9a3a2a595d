import { Gauge } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ComputerMeasure } from '#contract/performance.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { ProgressBar } from '../../pieces/progress-bar.tsx'
import { byteSize, dayAndTime } from '../../texts/format.ts'
import { MeasuredTable } from './measured-table.tsx'

/** What each speech model does here, measured on demand. */
export function ThisComputer() {
  const { t, locale } = useSpeech()
  const { measure, measured, measuring } = useMeasure()
  return (
    <div className="grid gap-4">
      <div className="grid max-w-prose gap-1">
        <h2 className="text-title font-semibold">{t('performance.computer')}</h2>
        <p className="text-quiet">{t('performance.computerWhy')}</p>
      </div>
      {measuring ? (
        <ProgressBar
          label={t('performance.measuring')}
          share={measuring.total === 0 ? null : measuring.done / measuring.total}
          figure={
            measuring.total === 0
              ? ''
              : t('performance.measured', { done: measuring.done, total: measuring.total })
          }
        />
      ) : (
        <div>
          <Button icon={Gauge} onClick={() => void measure()}>
            {measured ? t('performance.measureAgain') : t('performance.measure')}
          </Button>
        </div>
      )}
      {measured && (
        <>
          <p role="status">
            {measured.recommended === null
              ? t('performance.noneRecommended')
              : t('performance.recommended', { model: measured.recommended })}
          </p>
          <MeasuredTable measure={measured} />
          <p className="text-small text-quiet">
            {t('performance.measuredAt', {
              when: dayAndTime(measured.measuredAt, locale),
              processor: measured.processor,
              cores: measured.cores,
              memory: byteSize(measured.memoryBytes, locale),
            })}
          </p>
        </>
      )}
    </div>
  )
}

function useMeasure() {
  const { actions } = useApp()
  const link = useAppState(({ link }) => link)
  const measuring = useAppState(({ running }) => running.measuring)
  const [measured, setMeasured] = useState<ComputerMeasure | null>(null)
  useEffect(() => {
    if (link !== 'connected') return
    actions.readComputer().then(setMeasured, () => {})
  }, [link, actions])
  return {
    measured,
    measuring,
    measure: async () => {
      const result = await actions.measureComputer()
      if (result) setMeasured(result)
    },
  }
}

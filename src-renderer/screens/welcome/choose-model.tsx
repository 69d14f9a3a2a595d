import { CircleCheck } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { ModelList } from '../../pieces/model-list/model-list.tsx'
import { useModels } from '../../pieces/model-list/use-models.ts'
import { lacksModel } from '../../state/welcome.ts'
import { MeasureLine } from './measure-line.tsx'

/** The speech models, the one for this computer first. */
export function ChooseModel() {
  const { t } = useSpeech()
  const models = useModels()
  const lacking = lacksModel(models)
  const fetching = Object.keys(models.pulls).length > 0
  return (
    <div className="grid gap-4">
      <p className="text-quiet">{t('welcome.model.why')}</p>
      <MeasureLine />
      <ModelList kind="speech" />
      <p role="status" className="flex items-start gap-2 text-label text-quiet">
        {!lacking && models.inUse !== null && (
          <CircleCheck className="mt-0.5 size-4.5 flex-none text-accent" aria-hidden="true" />
        )}
        {fetching
          ? t('welcome.model.meanwhile')
          : models.inUse === null
            ? ''
            : t(lacking ? 'welcome.model.without' : 'welcome.model.here')}
      </p>
    </div>
  )
}

import { useState } from 'react'
import { modelsOfKind } from '../../state/models.ts'
import { useSpeech } from '../app-context.ts'
import { Button } from '../button.tsx'
import { Skeleton } from '../skeleton.tsx'
import { ModelRow } from './model-row.tsx'
import { useModels } from './use-models.ts'

interface Props {
  readonly kind: 'speech' | 'language' | 'embedding'
  /** Only the one to begin with on this computer, and what is here already. */
  readonly onlyRecommended?: boolean
}

/** So many of them are seen at once, besides those that are here, come, or are recommended. */
const fewest = 3

/** The models of a kind: fetched, gone on with, cancelled and removed where they stand. */
export function ModelList({ kind, onlyRecommended = false }: Props) {
  const { t } = useSpeech()
  const known = useModels()
  const [all, setAll] = useState(false)
  if (known.phase === 'failed') return <p className="text-danger">{t('models.unknown')}</p>
  if (known.models.length === 0 && known.phase !== 'whole')
    return <Skeleton name={t('models.reading')} />

  const models = modelsOfKind(known.models, kind)
  const first = models.filter(
    ({ id, state, recommended }) => recommended || state !== 'absent' || id in known.pulls,
  )
  const rest = models.filter((model) => !first.includes(model))
  const more = onlyRecommended ? [] : all ? rest : rest.slice(0, Math.max(0, fewest - first.length))
  const hidden = onlyRecommended ? 0 : rest.length - more.length
  return (
    <div className="grid justify-items-start gap-2">
      <ul aria-label={t(`models.kinds.${kind}`)} className="w-full">
        {[...first, ...more].map((model) => (
          <ModelRow
            key={model.id}
            model={model}
            pull={known.pulls[model.id] ?? null}
            problem={known.problems[model.id] ?? null}
            inUse={known.inUse?.[kind].id === model.id}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="small" kind="quiet" onClick={() => setAll(true)}>
          {t('models.showAll', { count: hidden })}
        </Button>
      )}
    </div>
  )
}

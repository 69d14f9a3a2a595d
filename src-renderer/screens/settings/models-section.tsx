import { useSpeech } from '../../pieces/app-context.ts'
import { ModelList } from '../../pieces/model-list/model-list.tsx'
import { useModels } from '../../pieces/model-list/use-models.ts'
import { modelsOfKind } from '../../state/models.ts'
import { AddModel } from './add-model.tsx'
import { BackEnds } from './back-ends.tsx'
import { SelectSetting } from './setting-rows.tsx'
import { useSettings } from './use-settings.ts'
import { VerifyModels } from './verify-models.tsx'

const kinds = ['speech', 'language', 'embedding'] as const

/** Which models are used, and their files. */
export function ModelsSection() {
  const { t } = useSpeech()
  return (
    <>
      {kinds.map((kind) => (
        <div key={kind} className="grid gap-3">
          <h3 className="text-base font-semibold">{t(`models.kinds.${kind}`)}</h3>
          <ModelChoice kind={kind} />
          <ModelList kind={kind} />
        </div>
      ))}
      <AddModel />
      <VerifyModels />
      <BackEnds />
    </>
  )
}

const settingOf = {
  speech: 'speechModel',
  language: 'languageModel',
  embedding: 'embeddingModel',
} as const

function ModelChoice({ kind }: { readonly kind: (typeof kinds)[number] }) {
  const { t } = useSpeech()
  const known = useModels()
  const name = settingOf[kind]
  const chosen = useSettings().settings[name]
  const here = modelsOfKind(known.models, kind).filter(({ state }) => state === 'present')
  const inUse = known.inUse?.[kind] ?? null
  const best = chosen === 'best' ? here.find(({ id }) => id === inUse?.id)?.name : undefined
  const gone = !['best', 'none'].includes(chosen) && !here.some(({ id }) => id === chosen)
  return (
    <>
      <SelectSetting
        name={name}
        value={chosen}
        options={[
          {
            value: 'best',
            label: best ? t('settings.best', { name: best }) : t('settings.bestUnknown'),
          },
          ...(kind === 'speech' ? [] : [{ value: 'none', label: t('settings.none') }]),
          ...here.map((model) => ({ value: model.id, label: model.name })),
          ...(gone ? [{ value: chosen, label: t('settings.gone', { name: chosen }) }] : []),
        ]}
        onChoose={(id) => ({ [name]: id })}
      />
      {chosen !== 'none' && inUse?.without && (
        <p className="text-label text-warning">
          {here.length === 0 ? t('settings.noModel') : inUse.without}
        </p>
      )}
    </>
  )
}

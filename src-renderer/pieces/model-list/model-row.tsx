import { Download, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { Model } from '#contract/model.ts'
import type { Pull } from '../../state/models.ts'
import { byteSize, languageName } from '../../texts/format.ts'
import { type Speech, useApp, useSpeech } from '../app-context.ts'
import { Button } from '../button.tsx'
import { Confirm } from '../confirm.tsx'
import { PullLine } from './pull-line.tsx'

interface Props {
  readonly model: Model
  readonly pull: Pull | null
  /** Why the last thing that was asked of it did not work. */
  readonly problem: string | null
  readonly inUse: boolean
}

/** A model: what it is, how it suits this computer, and what can be done with its file. */
export function ModelRow({ model, pull, problem, inUse }: Props) {
  const speech = useSpeech()
  const { t } = speech
  const badges = [
    ...(inUse ? [t('models.inUse')] : []),
    ...(model.recommended ? [t('models.recommended')] : []),
    ...(model.state === 'partial' && !pull ? [t('models.partly')] : []),
  ]
  return (
    <li className="grid gap-2 border-b border-line py-3 last:border-0" data-model={model.id}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-60 gap-0.5">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-base font-semibold wrap-anywhere">
            {model.name}
            {badges.map((badge) => (
              <span
                key={badge}
                className="rounded-full bg-accent-ground px-2 text-small font-normal text-accent"
              >
                {badge}
              </span>
            ))}
          </p>
          <p className="text-label text-quiet">{factsOf(model, speech).join(' · ')}</p>
        </div>
        <FileButton model={model} pulled={pull !== null} />
      </div>
      {pull && <PullLine model={model} pull={pull} />}
      {problem !== null && (
        <p role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
    </li>
  )
}

function factsOf(model: Model, { t, language, locale }: Speech): string[] {
  const { sizeBytes, languages, memoryBytes, fit, hash, origin, state } = model
  const reach =
    languages.length === 0
      ? t('models.allLanguages')
      : languages.length <= 3
        ? languages.map((code) => languageName(code, language)).join(', ')
        : t('models.languages', { count: languages.length })
  const where = {
    bundled: t('models.bundled'),
    added: t('models.own'),
    catalog: state === 'present' ? t('models.here') : null,
  }[origin]
  return [
    ...(where === null ? [] : [where]),
    ...(sizeBytes === null ? [] : [byteSize(sizeBytes, locale)]),
    reach,
    ...(memoryBytes === null ? [] : [t('models.runsIn', { size: byteSize(memoryBytes, locale) })]),
    ...(fit === null ? [] : [t(`models.fits.${fit}`)]),
    ...(hash === 'none' ? [t('models.unchecked')] : []),
  ]
}

function FileButton({ model, pulled }: { readonly model: Model; readonly pulled: boolean }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { id, name, state, origin } = model
  if (pulled)
    return (
      <Button
        size="small"
        icon={X}
        aria-label={t('models.cancelNamed', { name })}
        onClick={() => void actions.cancelPull(id)}
      >
        {t('models.cancel')}
      </Button>
    )
  if (state === 'present') return origin === 'bundled' ? null : <RemoveButton model={model} />
  if (origin !== 'catalog') return null
  const partly = state === 'partial'
  return (
    <Button
      size="small"
      icon={Download}
      kind={model.recommended ? 'primary' : 'plain'}
      aria-label={t(partly ? 'models.resumeNamed' : 'models.downloadNamed', { name })}
      onClick={() => void actions.pullModel(id)}
    >
      {t(partly ? 'models.resume' : 'models.download')}
    </Button>
  )
}

function RemoveButton({ model: { id, name, origin, sizeBytes } }: { readonly model: Model }) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const [asking, setAsking] = useState(false)
  const size = byteSize(sizeBytes ?? 0, locale)
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        icon={Trash2}
        aria-label={t('models.removeNamed', { name })}
        onClick={() => setAsking(true)}
      >
        {t('models.remove')}
      </Button>
      {asking && (
        <Confirm
          title={t('models.removeTitle', { name })}
          why={origin === 'added' ? t('models.removeOwnWhy') : t('models.removeWhy', { size })}
          yes={t('models.remove')}
          onYes={() => {
            setAsking(false)
            void actions.removeModel(id)
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  )
}

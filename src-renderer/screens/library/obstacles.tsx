import type { ReactNode } from 'react'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { obstacles, type Obstacle } from '../../state/devices.ts'

/** What of the choice cannot be heard just now, and the way around it. */
export function Obstacles() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const devices = useAppState((state) => state.devices)
  const choice = useAppState((state) => state.choice)
  const found = obstacles(devices, choice)
  return (
    <div role="status" className="obstacles">
      {devices.phase === 'failed' && (
        <Warning text={`${t('record.devicesUnknown')} ${devices.problem ?? ''}`}>
          <button type="button" className="button" onClick={() => void actions.readDevices()}>
            {t('page.tryAgain')}
          </button>
        </Warning>
      )}
      {found.map((obstacle) => (
        <ObstacleView
          key={obstacle.kind}
          obstacle={obstacle}
          alone={choice.hear === 'both' && found.length === 1}
        />
      ))}
    </div>
  )
}

interface Props {
  readonly obstacle: Obstacle
  /** The other side of a call can be heard. */
  readonly alone: boolean
}

function ObstacleView({ obstacle: { kind, missing }, alone }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  if (missing) {
    return (
      <Warning text={t('record.missingDevice', { name: missing.name })}>
        <button type="button" className="button" onClick={() => actions.choose({ [kind]: null })}>
          {t('record.takeDefault')}
        </button>
      </Warning>
    )
  }
  const other = kind === 'microphone' ? 'system' : 'microphone'
  return (
    <Warning text={kind === 'microphone' ? t('record.noMicrophone') : t('record.noSystem')}>
      {alone && (
        <button type="button" className="button" onClick={() => actions.choose({ hear: other })}>
          {other === 'system' ? t('record.takeOnlySystem') : t('record.takeOnlyMicrophone')}
        </button>
      )}
    </Warning>
  )
}

function Warning({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="notice warning">
      <Symbol name="warning" />
      <p>{text}</p>
      {children}
    </div>
  )
}

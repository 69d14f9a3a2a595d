import type { ReactNode } from 'react'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Symbol } from '../../pieces/symbol.tsx'
import { obstacles, type Obstacle } from '../../state/devices.ts'

/** What of the choice cannot be heard just now, and the way around it. */
export function Obstacles() {
  const { texts } = useSpeech()
  const { actions } = useApp()
  const devices = useAppState((state) => state.devices)
  const choice = useAppState((state) => state.choice)
  const found = obstacles(devices, choice)
  return (
    <div role="status" className="obstacles">
      {devices.phase === 'failed' && (
        <Warning text={`${texts.devicesUnknown} ${devices.problem ?? ''}`}>
          <button type="button" className="button" onClick={() => void actions.readDevices()}>
            {texts.tryAgain}
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
  const { texts } = useSpeech()
  const { actions } = useApp()
  if (missing) {
    return (
      <Warning text={texts.missingDevice(missing.name)}>
        <button type="button" className="button" onClick={() => actions.choose({ [kind]: null })}>
          {texts.takeDefault}
        </button>
      </Warning>
    )
  }
  const other = kind === 'microphone' ? 'system' : 'microphone'
  return (
    <Warning text={kind === 'microphone' ? texts.noMicrophone : texts.noSystem}>
      {alone && (
        <button type="button" className="button" onClick={() => actions.choose({ hear: other })}>
          {other === 'system' ? texts.takeOnlySystem : texts.takeOnlyMicrophone}
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

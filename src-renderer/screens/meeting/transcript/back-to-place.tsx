import { AudioLines } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useSpeech } from '../../../pieces/app-context.ts'
import { Button } from '../../../pieces/button.tsx'
import { usePlayer } from '../player/player-context.ts'

interface Props {
  /** The reader has gone elsewhere. */
  readonly shown: boolean
  readonly onBack: () => void
}

/** The way back to what is heard, for whoever reads elsewhere meanwhile. */
export function BackToPlace({ shown, onBack }: Props) {
  const { t } = useSpeech()
  const player = usePlayer()
  const playing = useSyncExternalStore(
    player?.subscribe ?? silent,
    () => player?.state().playing ?? false,
  )
  if (!shown || !playing) return null
  return (
    <div className="pointer-events-none sticky bottom-[calc(var(--bar)+5rem)] z-1 flex justify-center">
      <span className="pointer-events-auto rounded-round shadow-raised">
        <Button icon={AudioLines} onClick={onBack}>
          {t('player.backToPlace')}
        </Button>
      </span>
    </div>
  )
}

function silent(): () => void {
  return () => {}
}

import { Volume1, Volume2, VolumeX } from 'lucide-react'
import { useSpeech } from '../../../pieces/app-context.ts'
import { buttonLook } from '../../../pieces/button-look.ts'
import { Popover } from '../../../pieces/popover.tsx'
import { Slider } from '../../../pieces/slider.tsx'
import { percent } from '../../../texts/format.ts'

interface Props {
  /** 0 to 1. */
  readonly volume: number
  readonly onChange: (volume: number) => void
}

/** How loud it is played here; the recording stays as it is. */
export function VolumeControl({ volume, onChange }: Props) {
  const { t, locale } = useSpeech()
  const Icon = volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2
  const button = (
    <button
      type="button"
      aria-label={t('player.volume')}
      className={`${buttonLook('quiet', 'small')} min-h-10`}
    >
      <Icon className="size-5 text-quiet" aria-hidden="true" />
    </button>
  )
  return (
    <Popover button={button} title={t('player.volume')}>
      <Slider
        label={t('player.volume')}
        value={Math.round(volume * 100)}
        min={0}
        max={100}
        step={5}
        onChange={(value) => onChange(value / 100)}
        say={(value) => percent(value / 100, locale)}
      />
    </Popover>
  )
}

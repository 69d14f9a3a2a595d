import { useSpeech } from '../../../pieces/app-context.ts'
import { buttonLook } from '../../../pieces/button-look.ts'
import { Menu, MenuItem } from '../../../pieces/menu.tsx'
import { speeds } from '../../../state/listening.ts'

interface Props {
  readonly speed: number
  readonly onChoose: (speed: number) => void
}

/** How fast it is played; voices keep their pitch. */
export function SpeedMenu({ speed, onChoose }: Props) {
  const { t, locale } = useSpeech()
  const said = (one: number): string =>
    t('player.speedIs', { speed: new Intl.NumberFormat(locale).format(one) })
  const button = (
    <button
      type="button"
      aria-label={`${t('player.speed')}: ${said(speed)}`}
      className={`${buttonLook('quiet', 'small')} min-h-10 tabular-nums`}
    >
      {said(speed)}
    </button>
  )
  return (
    <Menu button={button} align="end">
      {speeds.map((one) => (
        <MenuItem key={one} onChoose={() => onChoose(one)}>
          <span className={one === speed ? 'font-semibold text-accent' : ''}>{said(one)}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}

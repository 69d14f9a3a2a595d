import type { Device } from '#contract/device.ts'
import { checkedSound } from '../../client/level-feed.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useDeviceChoice } from '../../pieces/use-device-choice.ts'
import { Button } from '../../pieces/button.tsx'
import { Select } from '../../pieces/select.tsx'
import { useDevices } from '../../pieces/use-devices.ts'
import { liveMeeting } from '../../state/library.ts'
import type { CheckedSound } from '../../state/sound-check.ts'
import { LevelMeter } from '../live/level-meter.tsx'
import { Begin } from './begin.tsx'
import { useSoundCheck } from './use-sound-check.ts'

/** Both devices with their levels, before anything is recorded; then the two ways to begin. */
export function CheckSound() {
  const { t } = useSpeech()
  const live = useAppState(({ library }) => liveMeeting(library) !== null)
  const { tracks, problem, listenAgain } = useSoundCheck(!live)
  useDevices()
  return (
    <div className="grid gap-8">
      <p className="text-quiet">{t(live ? 'welcome.sound.taken' : 'welcome.sound.why')}</p>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-6">
        <Side kind="microphone" tracks={tracks} />
        <Side kind="system" tracks={tracks} />
      </div>
      {problem !== null && (
        <div role="alert" className="flex flex-wrap items-center gap-3 text-danger">
          <p className="min-w-0 flex-1 basis-60">
            {t('welcome.sound.notHeard')} {problem}
          </p>
          <Button size="small" onClick={listenAgain}>
            {t('welcome.sound.again')}
          </Button>
        </div>
      )}
      <Begin />
    </div>
  )
}

interface SideProps {
  readonly kind: Device['kind']
  readonly tracks: CheckedSound
}

function Side({ kind, tracks }: SideProps) {
  const { t } = useSpeech()
  const name = kind === 'microphone' ? 'me' : 'them'
  const track = tracks.find((one) => one.track === name)
  const voice = t(`welcome.sound.${name}`)
  return (
    <div className="grid content-start gap-3">
      <DeviceSelect kind={kind} />
      <LevelMeter meetingId={checkedSound} track={name} voice={voice} />
      <p role="status" className="text-small text-quiet">
        {track ? t(`tracks.states.${track.state}`) : t('welcome.sound.opening')}
      </p>
    </div>
  )
}

function DeviceSelect({ kind }: { readonly kind: Device['kind'] }) {
  const { t } = useSpeech()
  const { value, options, choose } = useDeviceChoice(kind)
  return <Select label={t(`record.${kind}`)} value={value} options={options} onChange={choose} />
}

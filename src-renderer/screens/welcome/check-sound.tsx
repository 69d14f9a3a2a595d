import type { Device } from '#contract/device.ts'
import { checkedSound } from '../../client/level-feed.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Select } from '../../pieces/select.tsx'
import { useDevices } from '../../pieces/use-devices.ts'
import { defaultDevice, devicesOf } from '../../state/devices.ts'
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
  const { actions } = useApp()
  const devices = useDevices()
  const fixed = useAppState(({ choice }) => choice[kind])
  const present = devicesOf(devices, kind)
  const missing = fixed && !present.some(({ id }) => id === fixed.id) ? fixed : null
  const usual = defaultDevice(devices, kind)
  const what = t('record.systemDefault')

  function choose(id: string): void {
    const device = present.find((one) => one.id === id) ?? missing
    actions.choose({ [kind]: id === '' || !device ? null : { id, name: device.name } })
  }

  return (
    <Select
      label={t(`record.${kind}`)}
      value={fixed?.id ?? ''}
      options={[
        { value: '', label: usual ? t('record.named', { what, name: usual.name }) : what },
        ...(missing
          ? [{ value: missing.id, label: t('record.notConnected', { name: missing.name }) }]
          : []),
        ...present.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={choose}
    />
  )
}

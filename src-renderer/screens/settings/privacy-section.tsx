import { useSpeech } from '../../pieces/app-context.ts'
import { NetworkAttempts, NetworkSetting } from './network-settings.tsx'
import { SettingBox } from './setting-box.tsx'
import { SwitchSetting } from './setting-rows.tsx'

/** What is kept and where, and what others may see. */
export function PrivacySection() {
  const { t } = useSpeech()
  return (
    <>
      <SettingBox name="whatIsKept" title>
        <ul className="grid list-disc gap-2 ps-5">
          {(['local', 'network', 'kept', 'log'] as const).map((what) => (
            <li key={what}>{t(`settings.private.${what}`)}</li>
          ))}
        </ul>
      </SettingBox>
      <NetworkSetting />
      <NetworkAttempts />
      <p className="text-small text-quiet">{t('settings.inDesktop')}</p>
      <SwitchSetting name="detectMeetings" />
      <SwitchSetting name="hideFromSharing" />
    </>
  )
}

import { useSpeech } from '../../pieces/app-context.ts'
import { NetworkAttempts, NetworkSetting } from './network-settings.tsx'
import { Skeleton } from '../../pieces/skeleton.tsx'
import { ProtectionCard } from './protection-card.tsx'
import { SettingBox } from './setting-box.tsx'
import { SwitchSetting } from './setting-rows.tsx'
import { useAnswer } from '../../pieces/use-answer.ts'

const nothing = {}

/** What is kept and where, and what others may see. */
export function PrivacySection() {
  const { t } = useSpeech()
  const keys = useAnswer('keys.describe', nothing)
  return (
    <>
      <SettingBox name="protection" title>
        {keys.value ? (
          <ProtectionCard protection={keys.value} onChanged={keys.again} />
        ) : keys.problem === null ? (
          <Skeleton name={t('settings.readingStorage')} lines={3} />
        ) : (
          <p role="alert" className="text-danger">
            {keys.problem}
          </p>
        )}
      </SettingBox>
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

import type { NetworkAttempt } from '#contract/network.ts'
import { type Speech, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Switch } from '../../pieces/switch.tsx'
import { SettingBox } from './setting-box.tsx'
import { useAnswer } from '../../pieces/use-answer.ts'
import { useSaving } from './use-saving.ts'

const asked = { most: 30 } as const

/** Whether models may be fetched, or nothing leaves this computer at all. */
export function NetworkSetting() {
  const { t } = useSpeech()
  const saving = useSaving()
  const network = useAppState(({ settings }) => settings.settings.network)
  const { value: report } = useAnswer('network.report', asked)
  return (
    <SettingBox name="network" saving={saving}>
      <Switch
        label={t('settingItems.network.name')}
        hint={t('settingItems.network.hint')}
        on={network === 'models'}
        onChange={(on) => void saving.save({ network: on ? 'models' : 'off' })}
      />
      {report && (
        <p className="text-small text-quiet wrap-anywhere">
          {report.forced
            ? t('settings.networkForced')
            : t('settings.networkHosts', { hosts: report.hosts.join(', ') })}
        </p>
      )}
    </SettingBox>
  )
}

/** What was tried, by whom, and what came of it. */
export function NetworkAttempts() {
  const speech = useSpeech()
  const { t } = speech
  const { value: report, problem, again } = useAnswer('network.report', asked)
  return (
    <SettingBox name="networkAttempts" title>
      {report && (
        <p role="status" className="text-label">
          {report.attempts.length === 0
            ? t('settings.noAttempts')
            : t('settings.attemptsSum', { allowed: report.allowed, refused: report.refused })}
        </p>
      )}
      <ul className="grid gap-1 text-label empty:hidden">
        {report?.attempts.map((attempt, index) => (
          <li key={`${attempt.at} ${index}`} className="wrap-anywhere">
            <span className="font-semibold">{placeOf(attempt)}</span>{' '}
            <span className="text-quiet">{saidOf(attempt, speech)}</span>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
      <div>
        <Button onClick={() => void again()}>{t('settings.readAttempts')}</Button>
      </div>
    </SettingBox>
  )
}

function placeOf({ host, port }: NetworkAttempt): string {
  return port === null ? host : `${host}:${port}`
}

function saidOf({ at, by, part, what, allowed }: NetworkAttempt, { t, locale }: Speech): string {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' })
  return [
    t(allowed ? 'settings.attemptAllowed' : 'settings.attemptRefused'),
    t(`settings.attemptKinds.${what}`),
    t(`settings.attemptBy.${by}`),
    part,
    when.format(new Date(at)),
  ]
    .filter((one) => one !== null)
    .join(' · ')
}

import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import type { Protection } from '#contract/protection.ts'
import { type Speech, useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Confirm } from '../../pieces/confirm.tsx'
import { longDay } from '../../texts/format.ts'
import { RecoveryWords } from './recovery-words.tsx'

interface Props {
  readonly protection: Protection
  readonly onChanged: () => Promise<void>
}

/** How what is kept is locked, who opens it, and the phrase that opens it without this computer. */
export function ProtectionCard({ protection, onChanged }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const [words, setWords] = useState<readonly string[] | null>(null)
  const [isAsking, ask] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { recoveryMadeAt } = protection
  const isWhole = protection.textEncrypted && protection.plainRecordings === 0

  async function make(): Promise<void> {
    ask(false)
    const answer = await actions.request('keys.makeRecovery', {})
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    setWords(answer.value.words)
    await onChanged()
  }

  const Lock = isWhole ? LockKeyhole : LockKeyholeOpen
  return (
    <div className="grid justify-items-start gap-3 rounded-small border border-line p-4">
      <p className="flex items-start gap-2">
        <Lock className="mt-0.5 size-4.5 flex-none" aria-hidden="true" />
        <span>{lockedText(protection, t)}</span>
      </p>
      <ul className="grid list-disc gap-1 ps-5 text-label">
        <li>{t(`settings.protection.opened.${protection.openedBy ?? 'passphrase'}`)}</li>
        {protection.openedBy !== null && protection.hasPassphrase && (
          <li>{t('settings.protection.alsoPassphrase')}</li>
        )}
        {protection.isRotating && <li>{t('settings.protection.rotating')}</li>}
        {protection.isPrivate === false && <li>{t('settings.protection.open')}</li>}
        <li>
          {recoveryMadeAt === null
            ? t('settings.protection.noRecovery')
            : t('settings.protection.recovery', { day: longDay(recoveryMadeAt, locale) })}
        </li>
      </ul>
      <Button size="small" onClick={() => (recoveryMadeAt === null ? void make() : ask(true))}>
        {t(recoveryMadeAt === null ? 'settings.protection.make' : 'settings.protection.again')}
      </Button>
      {problem !== null && (
        <p role="alert" className="text-small text-danger">
          {problem}
        </p>
      )}
      {isAsking && (
        <Confirm
          title={t('settings.protection.againTitle')}
          why={t('settings.protection.againWhy')}
          yes={t('settings.protection.again')}
          onYes={() => void make()}
          onNo={() => ask(false)}
        />
      )}
      {words && <RecoveryWords words={words} onClose={() => setWords(null)} />}
    </div>
  )
}

function lockedText({ textEncrypted, plainRecordings: count }: Protection, t: Speech['t']): string {
  if (!textEncrypted) return t('settings.protection.plain')
  return count === 0
    ? t('settings.protection.whole')
    : t('settings.protection.plainRecordings', { count })
}

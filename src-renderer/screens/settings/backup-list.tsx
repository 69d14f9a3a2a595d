import { useState } from 'react'
import type { Backup } from '#contract/backup.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Confirm } from '../../pieces/confirm.tsx'
import { useAnswer } from '../../pieces/use-answer.ts'
import { byteSize, dayAndTime } from '../../texts/format.ts'

const nothing = {}

/** The backups there are, a way to make one now, and to go back to one when RTSTT starts the next time. */
export function BackupList() {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const told = useAppState(({ keeping }) => keeping.backups)
  const asked = useAnswer('backup.list', nothing)
  const [making, setMaking] = useState(false)
  const [wished, setWished] = useState<Backup | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const known = told ?? asked.value
  const when = ({ madeAt }: Backup): string => dayAndTime(madeAt, locale)

  async function make(): Promise<void> {
    setMaking(true)
    const answer = await actions.request('backup.make', {})
    setMaking(false)
    setProblem('problem' in answer ? answer.problem : null)
  }

  async function restore(backupId: string | null): Promise<void> {
    setWished(null)
    const answer = await actions.request('backup.restore', { backupId })
    setProblem('problem' in answer ? answer.problem : null)
  }

  const restoring = known?.backups.find(({ id }) => id === known.restoring)
  const trouble = problem ?? known?.problem ?? asked.problem
  return (
    <div className="grid justify-items-start gap-2 text-label">
      {known && known.backups.length === 0 && <p>{t('backups.none')}</p>}
      <ul aria-label={t('settingItems.backups.name')} className="grid w-full gap-1 empty:hidden">
        {known?.backups.map((backup) => (
          <li key={backup.id} className="flex flex-wrap items-center justify-between gap-x-3">
            <span>
              {when(backup)} <span className="text-quiet">{byteSize(backup.bytes, locale)}</span>
            </span>
            <Button size="small" kind="quiet" onClick={() => setWished(backup)}>
              {t('backups.restore', { when: when(backup) })}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="flex flex-wrap items-center gap-3 empty:hidden">
        {restoring && (
          <>
            {t('backups.restoring', { when: when(restoring) })}
            <Button size="small" onClick={() => void restore(null)}>
              {t('backups.keepPresent')}
            </Button>
          </>
        )}
      </p>
      <Button size="small" disabled={making} onClick={() => void make()}>
        {t(making ? 'backups.making' : 'backups.make')}
      </Button>
      <p role="alert" className="text-danger empty:hidden">
        {trouble}
      </p>
      {wished && (
        <Confirm
          title={t('backups.restoreTitle', { when: when(wished) })}
          why={t('backups.restoreWhy')}
          yes={t('backups.restoreYes')}
          onYes={() => void restore(wished.id)}
          onNo={() => setWished(null)}
        />
      )}
    </div>
  )
}

import type { Repair } from '#contract/backup.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'
import { Symbol } from './symbol.tsx'
import { useAnswer } from './use-answer.ts'

const nothing = {}

/** Says that the database is damaged, or was, and what became of what it held; until somebody has seen it. */
export function DamageNotice() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const told = useAppState(({ keeping }) => keeping.damage)
  const asked = useAnswer('damage.read', nothing)
  const { suspected = false, repair = null } = told ?? asked.value ?? {}
  return (
    <div className="notices">
      <div role="alert">
        {suspected && (
          <div className="notice bad">
            <Symbol name="warning" />
            <p>{t('backups.suspected')}</p>
          </div>
        )}
        {repair && (
          <div className="notice warning">
            <Symbol name="warning" />
            <RepairText repair={repair} />
            <button
              type="button"
              className="icon-button"
              aria-label={t('page.close')}
              onClick={() => void actions.request('damage.dismiss', {})}
            >
              <Symbol name="close" />
            </button>
          </div>
        )}
      </div>
    </div>
  )
}

function RepairText({ repair }: { readonly repair: Repair }) {
  const { t } = useSpeech()
  const sum = (what: 'kept' | 'rebuilt' | 'fromBackup' | 'lost'): number =>
    repair.counts.reduce((total, row) => total + row[what], 0)
  const lost = sum('lost')
  const numbers = { kept: sum('kept') + sum('rebuilt'), backup: sum('fromBackup') }
  return (
    <p>
      {t(`backups.kinds.${repair.kind}`)} {t('backups.repaired', numbers)}{' '}
      {lost > 0 && `${t('backups.lost', { count: lost })} `}
      {repair.uncounted && `${t('backups.uncounted')} `}
      {repair.fromRecordings > 0 &&
        `${t('backups.fromRecordings', { count: repair.fromRecordings })} `}
      {t('backups.setAside', { folder: repair.folder })}
    </p>
  )
}

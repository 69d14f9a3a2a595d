import { useState } from 'react'
import { defaultSettings } from '#contract/settings.ts'
import type { SystemReport } from '#contract/system.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Confirm } from '../../pieces/confirm.tsx'
import { useToast } from '../../pieces/toasts.tsx'
import { CopyPath } from './copy-path.tsx'
import { ReportLines } from './report-lines.tsx'
import { SettingBox } from './setting-box.tsx'
import { useAnswer } from '../../pieces/use-answer.ts'
import { useSaving } from './use-saving.ts'

const nothing = {}

/** For whoever looks for what is wrong. */
export function AdvancedSection() {
  const storage = useAnswer('storage.describe', nothing)
  return (
    <>
      <Report />
      <SettingBox name="logFile" title>
        {storage.value && <CopyPath path={storage.value.logFile} />}
      </SettingBox>
      <Reset />
    </>
  )
}

function Report() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [report, setReport] = useState<SystemReport | null>(null)

  async function make(): Promise<void> {
    setBusy(true)
    const answer = await actions.request('system.describe', {})
    setBusy(false)
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    setReport(answer.value)
  }

  return (
    <SettingBox name="report" title>
      <div role="status">{report && <ReportLines report={report} />}</div>
      {problem !== null && (
        <p role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
      <div>
        <Button disabled={busy} onClick={() => void make()}>
          {t(busy ? 'settings.makingReport' : 'settings.makeReport')}
        </Button>
      </div>
    </SettingBox>
  )
}

function Reset() {
  const { t } = useSpeech()
  const toast = useToast()
  const saving = useSaving()
  const [asking, setAsking] = useState(false)
  return (
    <SettingBox name="reset" title saving={saving}>
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('settings.resetAll')}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t('settings.resetTitle')}
          why={t('settings.resetWhy')}
          yes={t('settings.resetAll')}
          onYes={() => {
            setAsking(false)
            void saving.save(defaultSettings).then((kept) => {
              if (kept) toast({ text: t('settings.reset') })
            })
          }}
          onNo={() => setAsking(false)}
        />
      )}
    </SettingBox>
  )
}

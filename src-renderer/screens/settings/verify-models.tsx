import { useState } from 'react'
import type { ModelCheck } from '#contract/model.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { SettingBox } from './setting-box.tsx'

/** Compares the model files that are here with their hashes. */
export function VerifyModels() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [state, setState] = useState<'idle' | 'busy' | { readonly problem: string }>('idle')
  const [checks, setChecks] = useState<readonly ModelCheck[] | null>(null)

  async function verify(): Promise<void> {
    setState('busy')
    const answer = await actions.request('model.verify', {})
    if ('problem' in answer) return setState(answer)
    setChecks(answer.value)
    setState('idle')
  }

  return (
    <SettingBox name="verifyModels" title>
      <div>
        <Button disabled={state === 'busy'} onClick={() => void verify()}>
          {t(state === 'busy' ? 'settings.verifying' : 'settings.verify')}
        </Button>
      </div>
      {typeof state === 'object' && (
        <p role="alert" className="text-label text-danger">
          {state.problem}
        </p>
      )}
      <ul role="status" className="grid gap-1 text-label empty:hidden">
        {checks?.length === 0 && <li>{t('settings.nothingToVerify')}</li>}
        {checks?.map(({ id, verdict, detail }) => (
          <li key={id} className="wrap-anywhere">
            <span className={verdict === 'damaged' ? 'text-danger' : 'font-semibold'}>
              {t(`settings.verdicts.${verdict}`)}
            </span>{' '}
            {id} <span className="text-quiet">{detail}</span>
          </li>
        ))}
      </ul>
    </SettingBox>
  )
}

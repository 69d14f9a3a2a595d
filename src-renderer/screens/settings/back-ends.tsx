import { useState } from 'react'
import type { Backend } from '#contract/system.ts'
import { type Speech, useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { SettingBox } from './setting-box.tsx'

/** Where models can run on this computer, found by trying it. */
export function BackEnds() {
  const speech = useSpeech()
  const { t } = speech
  const { actions } = useApp()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [found, setFound] = useState<readonly Backend[] | null>(null)

  async function probe(again: boolean): Promise<void> {
    setBusy(true)
    const answer = await actions.request('backend.probe', { again })
    setBusy(false)
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    setFound(answer.value)
  }

  return (
    <SettingBox name="backEnds" title>
      <ul role="status" className="grid gap-1 text-label empty:hidden">
        {found?.map((backend) => (
          <li key={backend.id} className="wrap-anywhere">
            <span className="font-semibold">{backend.name}</span>{' '}
            <span className="text-quiet">{saidOf(backend, speech)}</span>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
      <div>
        <Button disabled={busy} onClick={() => void probe(found !== null)}>
          {busy ? t('settings.probing') : found ? t('settings.probe') : t('settings.showBackEnds')}
        </Button>
      </div>
    </SettingBox>
  )
}

function saidOf({ id, state, speed, reason }: Backend, { t, locale }: Speech): string {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(speed ?? 1)
  return [
    t(`settings.backEndStates.${state}`),
    speed !== null && id !== 'cpu' && t('settings.faster', { number }),
    reason,
  ]
    .filter((part) => part !== false && part !== null)
    .join(' · ')
}

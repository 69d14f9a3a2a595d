import { useState } from 'react'
import type { StorageReport } from '#contract/storage.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { byteSize } from '../../texts/format.ts'

interface Props {
  readonly found: StorageReport['leftovers']
  readonly onCleaned: () => Promise<void>
}

/** What a crash left behind, and a way to be rid of it. */
export function Leftovers({ found: { count, bytes }, onCleaned }: Props) {
  const { t, locale } = useSpeech()
  const { actions } = useApp()
  const [freed, setFreed] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function clean(): Promise<void> {
    const answer = await actions.request('storage.clean', {})
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    setFreed(answer.value.bytes)
    await onCleaned()
  }

  return (
    <div className="flex flex-wrap items-center gap-3 text-label">
      <span>
        {count === 0
          ? t('settings.noLeftovers')
          : t('settings.leftoverFiles', { count, size: byteSize(bytes, locale) })}
      </span>
      {count > 0 && (
        <Button size="small" onClick={() => void clean()}>
          {t('settings.clean')}
        </Button>
      )}
      <span role="status" className="text-done">
        {freed !== null && t('settings.cleaned', { size: byteSize(freed, locale) })}
      </span>
      {problem !== null && (
        <span role="alert" className="text-danger">
          {problem}
        </span>
      )}
    </div>
  )
}

import { Mic, Play } from 'lucide-react'
import { useState } from 'react'
import { changeWelcome } from '../../client/welcome-progress.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { go } from '../../state/navigation.ts'
import { lacksModel } from '../../state/welcome.ts'
import { playSample } from '../../state/play-sample.ts'

/** The sample meeting, which works at once, or one's own. */
export function Begin() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const lacking = useAppState(({ models }) => lacksModel(models))
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const ready = connected && !starting

  async function begin(start: () => Promise<string | null>): Promise<void> {
    setStarting(true)
    const why = await start()
    setStarting(false)
    setProblem(why)
    if (why !== null) return
    changeWelcome({ left: true })
    go({ screen: 'live' })
  }
  const sample = () => playSample(actions, t('welcome.begin.sampleTitle'))
  // What stood in the way is told above the page.
  const own = async () => ((await actions.record()) ? null : '')

  return (
    <section className="grid gap-3" aria-label={t('welcome.begin.title')}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-6">
        <Way why={t('welcome.begin.sampleWhy')}>
          <Button
            kind={lacking ? 'primary' : 'plain'}
            icon={Play}
            disabled={!ready}
            onClick={() => void begin(sample)}
          >
            {t('welcome.begin.sample')}
          </Button>
        </Way>
        <Way why={t(lacking ? 'welcome.begin.recordWithout' : 'welcome.begin.recordWhy')}>
          <Button
            kind={lacking ? 'plain' : 'primary'}
            icon={Mic}
            disabled={!ready}
            onClick={() => void begin(own)}
          >
            {t('welcome.begin.record')}
          </Button>
        </Way>
      </div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </section>
  )
}

function Way({ why, children }: { readonly why: string; readonly children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      {children}
      <p className="text-small text-quiet">{why}</p>
    </div>
  )
}

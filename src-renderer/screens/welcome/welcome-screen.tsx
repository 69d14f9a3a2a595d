import { ArrowLeft, ArrowRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { changeWelcome, onWelcome, welcomeProgress } from '../../client/welcome-progress.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { buttonLook } from '../../pieces/button-look.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { addressOf } from '../../state/route.ts'
import { stepBeside, type WelcomeStep, welcomeSteps } from '../../state/welcome.ts'
import { CheckSound } from './check-sound.tsx'
import { ChooseModel } from './choose-model.tsx'
import { StepList } from './step-list.tsx'
import { WhatStays } from './what-stays.tsx'

/** The first run: three steps, each of which can be passed over, and kept where it was left. */
export function WelcomeScreen() {
  const { t } = useSpeech()
  const { step } = useSyncExternalStore(onWelcome, welcomeProgress)
  const heading = useFocusOnStep(step)
  useTitle(t('frame.welcome'))
  return (
    <div className="grid gap-8 py-4">
      <header className="grid gap-2">
        <h1>{t('welcome.title')}</h1>
        <p className="text-read text-quiet">{t('welcome.lead')}</p>
      </header>
      <StepList step={step} onChoose={(chosen) => changeWelcome({ step: chosen })} />
      <section className="grid gap-6">
        <div className="grid gap-1">
          <p className="text-label text-quiet">
            {t('welcome.stepOf', {
              number: welcomeSteps.indexOf(step) + 1,
              total: welcomeSteps.length,
            })}
          </p>
          <h2 ref={heading} tabIndex={-1} className="text-title outline-none">
            {t(`welcome.${step}.title`)}
          </h2>
        </div>
        <Step step={step} />
        <Ways step={step} />
      </section>
    </div>
  )
}

function Step({ step }: { readonly step: WelcomeStep }): ReactNode {
  switch (step) {
    case 'stays':
      return <WhatStays />
    case 'model':
      return <ChooseModel />
    case 'sound':
      return <CheckSound />
  }
}

function Ways({ step }: { readonly step: WelcomeStep }) {
  const { t } = useSpeech()
  const to = (by: 1 | -1) => () => changeWelcome({ step: stepBeside(step, by) })
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-5">
      {step !== 'stays' && (
        <Button kind="quiet" icon={ArrowLeft} onClick={to(-1)}>
          {t('welcome.back')}
        </Button>
      )}
      <span className="flex-1" />
      <a href={addressOf({ screen: 'library', query: '' })} className={buttonLook('quiet')}>
        {t('welcome.leave')}
      </a>
      {step !== 'sound' && (
        <Button kind="primary" icon={ArrowRight} onClick={to(1)}>
          {t('welcome.next')}
        </Button>
      )}
    </div>
  )
}

/** Whoever goes on by keyboard or ear stands at the step's name; not where the page was just opened. */
function useFocusOnStep(step: WelcomeStep): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    heading.current?.focus()
  }, [step])
  return heading
}

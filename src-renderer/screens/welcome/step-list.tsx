import { Check } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { type WelcomeStep, welcomeSteps } from '../../state/welcome.ts'

interface Props {
  readonly step: WelcomeStep
  readonly onChoose: (step: WelcomeStep) => void
}

/** Where one stands, and the way to each of the others. */
export function StepList({ step, onChoose }: Props) {
  const { t } = useSpeech()
  const at = welcomeSteps.indexOf(step)
  return (
    <ol
      aria-label={t('welcome.steps')}
      className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-x-2"
    >
      {welcomeSteps.map((name, index) => (
        <li key={name} className="min-w-0">
          <button
            type="button"
            aria-current={index === at ? 'step' : undefined}
            onClick={() => onChoose(name)}
            className="flex w-full cursor-pointer items-center gap-2 border-0 border-t-2 border-line bg-transparent px-0 py-2 text-start text-label text-quiet hover:text-ink aria-[current=step]:border-accent aria-[current=step]:font-semibold aria-[current=step]:text-ink"
          >
            <span aria-hidden="true" className="flex-none tabular-nums">
              {index < at ? <Check className="size-4 text-accent" /> : index + 1}
            </span>
            <span className="min-w-0 wrap-anywhere">{t(`welcome.names.${name}`)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}

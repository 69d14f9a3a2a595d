import type { Model } from '#contract/model.ts'
import { type Pull, secondsLeft } from '../../state/models.ts'
import { byteSize, length } from '../../texts/format.ts'
import { type Speech, useSpeech } from '../app-context.ts'
import { ProgressBar } from '../progress-bar.tsx'

interface Props {
  readonly model: Model
  readonly pull: Pull
}

/** How far a model has come that is being fetched, how fast, and how long it takes still. */
export function PullLine({ model, pull }: Props) {
  const speech = useSpeech()
  const { receivedBytes, totalBytes, phase } = pull
  const total = totalBytes ?? model.sizeBytes
  const known = total !== null && total > 0 && phase !== 'starting'
  return (
    <ProgressBar
      label={model.name}
      labelHidden
      share={known && phase !== 'checking' ? Math.min(1, receivedBytes / total) : null}
      figure={figureOf(pull, total, speech)}
    />
  )
}

function figureOf(pull: Pull, total: number | null, { t, locale }: Speech): string {
  const received = byteSize(pull.receivedBytes, locale)
  switch (pull.phase) {
    case 'starting':
      return t('models.starting')
    case 'waiting':
      return t('models.waiting', { received })
    case 'checking':
      return t('models.checking')
    case 'fetching': {
      const seconds = secondsLeft(pull)
      const parts = [
        total === null
          ? received
          : t('models.fetching', { received, total: byteSize(total, locale) }),
        pull.bytesPerSecond !== null &&
          t('models.speed', { speed: byteSize(pull.bytesPerSecond, locale) }),
        seconds !== null && t('models.left', { time: length(seconds * 1000) }),
      ]
      return parts.filter((part) => part !== false).join(' · ')
    }
  }
}

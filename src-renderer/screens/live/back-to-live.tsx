import { ArrowDownToLine } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { Kbd } from '../../pieces/kbd.tsx'
import { useShortcut } from '../../pieces/use-shortcut.ts'
import { keysOf, toldKeys } from '../../state/shortcuts.ts'

interface Props {
  /** Lines that came since the reader looked back. */
  readonly news: number
  readonly onBack: () => void
}

/** For who reads further up: the way back to what is being said, and how much of it was missed. */
export function BackToLive({ news, onBack }: Props) {
  const { t } = useSpeech()
  useShortcut('follow', onBack)
  return (
    <button
      type="button"
      aria-keyshortcuts={toldKeys('follow')}
      className="back-to-live absolute bottom-[calc(100%+0.75rem)] left-1/2 inline-flex min-h-10 -translate-x-1/2 cursor-pointer items-center gap-2 rounded-full border border-line bg-raised px-4 text-base text-ink shadow-raised hover:border-strong-line"
      onClick={onBack}
    >
      <ArrowDownToLine className="size-4.5" aria-hidden="true" />
      <span className="whitespace-nowrap">
        {t('live.backToLive')}
        {news > 0 && <span className="text-quiet"> · {t('live.newLines', { count: news })}</span>}
      </span>
      <Kbd keys={keysOf('follow')} toldElsewhere />
    </button>
  )
}

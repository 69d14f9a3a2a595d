import { AArrowDown, AArrowUp } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { IconButton } from '../../pieces/icon-button.tsx'
import type { useTextSize } from './use-text-size.ts'

/** Makes the growing text larger or smaller. */
export function TextSize({ larger, smaller }: ReturnType<typeof useTextSize>) {
  const { t } = useSpeech()
  return (
    <span className="flex">
      <IconButton
        icon={AArrowDown}
        name={t('live.smallerText')}
        disabled={smaller === null}
        onClick={() => smaller?.()}
      />
      <IconButton
        icon={AArrowUp}
        name={t('live.largerText')}
        disabled={larger === null}
        onClick={() => larger?.()}
      />
    </span>
  )
}

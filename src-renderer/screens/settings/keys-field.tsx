import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import { IconButton } from '../../pieces/icon-button.tsx'
import { isMac } from '../../pieces/kbd.tsx'
import { shortcutOf, writtenKeys } from '../../state/accelerators.ts'

interface Props {
  readonly what: string
  readonly keys: string | null
  readonly inConflict: boolean
  readonly onChange: (keys: string | null) => void
}

/** A shortcut that is changed by pressing another one. Tab and Escape leave it as it is. */
export function KeysField({ what, keys, inConflict, onChange }: Props) {
  const { t } = useSpeech()
  const [hintId, whatId, keysId] = [useId(), useId(), useId()]
  const [listening, setListening] = useState(false)
  const [refused, setRefused] = useState<'incomplete' | 'bare' | 'unknown' | null>(null)

  function stop(): void {
    setListening(false)
    setRefused(null)
  }

  function press(event: KeyboardEvent): void {
    if (!listening || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return stop()
    const pressed = shortcutOf(event.nativeEvent, isMac)
    if ('refused' in pressed) return setRefused(pressed.refused)
    stop()
    onChange(pressed.keys)
  }

  const written = keys === null ? t('settings.noKeys') : writtenKeys(keys, isMac)
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span id={whatId} className="min-w-0 flex-1 basis-48">
          {what}
        </span>
        <span className="flex items-center gap-1">
          <button
            type="button"
            id={keysId}
            aria-labelledby={`${whatId} ${keysId}`}
            aria-describedby={hintId}
            className={`min-h-10 min-w-44 cursor-pointer rounded-round border bg-surface px-3 text-base ${inConflict ? 'border-danger text-danger' : 'border-strong-line'}`}
            onClick={() => setListening(true)}
            onBlur={stop}
            onKeyDown={press}
          >
            {listening ? t('settings.pressKeys') : written}
          </button>
          <IconButton
            icon={X}
            name={t('settings.removeKeys', { what })}
            disabled={keys === null}
            onClick={() => onChange(null)}
          />
        </span>
      </div>
      <p id={hintId} role="status" className="text-small text-warning empty:hidden">
        {refused !== null && t(`settings.keysRefused.${refused}`)}
      </p>
    </div>
  )
}

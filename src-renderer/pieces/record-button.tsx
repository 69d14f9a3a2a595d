import { go } from '../state/navigation.ts'
import { keysOf, toldKeys } from '../state/shortcuts.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'
import { Kbd } from './kbd.tsx'
import { useShortcut } from './use-shortcut.ts'

interface Props {
  readonly size: 'large' | 'small'
}

/** Records what was chosen, and shows the text that comes of it. */
export function RecordButton({ size }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const starting = useAppState((state) => state.starting)
  const connected = useAppState(({ link }) => link === 'connected')
  const ready = connected && !starting

  async function record(): Promise<void> {
    if (await actions.record()) go({ screen: 'live' })
  }

  useShortcut('record', ready ? () => void record() : null)
  return (
    <button
      type="button"
      className={`button record ${size}`}
      aria-keyshortcuts={toldKeys('record')}
      disabled={!ready}
      onClick={() => void record()}
    >
      <span className="record-dot" aria-hidden="true" />
      {starting ? t('record.starting') : t('record.record')}
      <Kbd keys={keysOf('record')} toldElsewhere />
    </button>
  )
}

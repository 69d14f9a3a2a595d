import { shortcuts } from '../state/shortcuts.ts'
import { useSpeech } from './app-context.ts'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every key that does something, by where it does it. */
export function ShortcutDialog({ open, onClose }: Props) {
  const { t } = useSpeech()
  return (
    <Dialog open={open} onClose={onClose} title={t('frame.shortcuts')}>
      {(['everywhere', 'live', 'meeting'] as const).map((scope) => (
        <section key={scope} className="grid gap-1">
          <h3 className="text-label text-quiet">{t(`frame.scopes.${scope}`)}</h3>
          <dl>
            {shortcuts
              .filter((shortcut) => shortcut.scope === scope)
              .map(({ id, keys }) => (
                <div key={id} className="flex items-center justify-between gap-4 py-1">
                  <dt>{t(`frame.shortcutNames.${id}`)}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

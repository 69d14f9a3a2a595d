import { shortcuts } from '../state/shortcuts.ts'
import { addressOf } from '../state/route.ts'
import { useSpeech } from './app-context.ts'
import { buttonLook } from './button-look.ts'
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
    <Dialog
      open={open}
      onClose={onClose}
      title={t('frame.shortcuts')}
      actions={
        <a
          className={buttonLook('quiet', 'small')}
          href={addressOf({ screen: 'welcome' })}
          onClick={onClose}
        >
          {t('welcome.again')}
        </a>
      }
    >
      {/* With many keys it scrolls, and is then scrolled by keyboard too. */}
      <div tabIndex={0} role="group" aria-label={t('frame.shortcuts')} className="grid gap-4">
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
      </div>
    </Dialog>
  )
}

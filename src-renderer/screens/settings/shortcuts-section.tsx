import { useSpeech } from '../../pieces/app-context.ts'
import { Kbd } from '../../pieces/kbd.tsx'
import { conflicts } from '../../state/accelerators.ts'
import { shortcuts as pageShortcuts } from '../../state/shortcuts.ts'
import { KeysField } from './keys-field.tsx'
import { SettingBox } from './setting-box.tsx'
import { useSaving } from './use-saving.ts'
import { useSettings } from './use-settings.ts'

const names = ['record', 'bookmark', 'muteMe', 'captions', 'dictate'] as const

/** Keys that act everywhere, changed by pressing others; and those of the page. */
export function ShortcutsSection() {
  const { t } = useSpeech()
  const { shortcuts } = useSettings().settings
  const saving = useSaving()
  const inConflict = conflicts(shortcuts)
  return (
    <>
      <SettingBox name="globalShortcuts" title saving={saving}>
        <p className="text-small text-quiet">{t('settings.inDesktop')}</p>
        <ul className="grid">
          {names.map((name) => (
            <li key={name} className="border-b border-line py-2 last:border-0">
              <KeysField
                what={t(`settings.keys.${name}`)}
                keys={shortcuts[name]}
                inConflict={inConflict.has(name)}
                onChange={(keys) => void saving.save({ shortcuts: { ...shortcuts, [name]: keys } })}
              />
            </li>
          ))}
        </ul>
        {inConflict.size > 0 && (
          <p role="alert" className="text-label text-danger">
            {t('settings.keysConflict')}
          </p>
        )}
      </SettingBox>
      <SettingBox name="pageShortcuts" title>
        <ul className="grid">
          {pageShortcuts.map(({ id, keys }) => (
            <li key={id} className="flex justify-between gap-4 py-1.5">
              <span>{t(`frame.shortcutNames.${id}`)}</span>
              <Kbd keys={keys} />
            </li>
          ))}
        </ul>
      </SettingBox>
    </>
  )
}

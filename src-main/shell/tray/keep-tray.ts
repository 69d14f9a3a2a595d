/** The picture in the tray and its menu, drawn anew when what they say has changed. */
import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron'
import type { DesktopState } from '../state/desktop-state.ts'
import type { Texts } from '../texts/texts.ts'
import type { Perform } from '../capture/perform.ts'
import { trayMenu } from './tray-menu.ts'
import { trayView } from './tray-view.ts'

export type ShellTray = Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'on' | 'destroy'>

export interface TrayParts {
  readonly createTray: (picture: NativeImage) => ShellTray
  /** A picture of `resources/icons`. */
  readonly picture: (name: string) => NativeImage
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu
  /** The colour of the taskbar, which is not that of windows. */
  readonly isTaskbarDark: () => boolean
}

interface Doing {
  readonly texts: Texts
  readonly perform: Perform
  readonly captionsShown: () => boolean
}

/** Call the answer whenever something may have changed. */
export function keepTray(parts: TrayParts, doing: Doing): (state: DesktopState) => void {
  const { texts, perform, captionsShown } = doing
  let tray: ShellTray | null = null
  let shown = { icon: '', toolTip: '', menu: '' }

  return (state) => {
    const view = trayView(state, texts)
    const icon = `tray-${view.icon}-${parts.isTaskbarDark() ? 'dark' : 'light'}`
    const groups = trayMenu(state, { captions: captionsShown() }, texts)
    const menu = JSON.stringify(groups)
    if (tray === null) {
      tray = parts.createTray(parts.picture(icon))
      tray.on('click', () => void perform('open'))
    } else if (icon !== shown.icon) tray.setImage(parts.picture(icon))
    if (view.toolTip !== shown.toolTip) tray.setToolTip(view.toolTip)
    if (menu !== shown.menu) {
      const template = groups.flatMap((group, index): MenuItemConstructorOptions[] => [
        ...(index > 0 ? [{ type: 'separator' as const }] : []),
        ...group.map(({ act, label, enabled, checked, keys }) => ({
          label,
          enabled,
          ...(checked === null ? {} : { type: 'checkbox' as const, checked }),
          // Shown only: the shortcut itself is the system's.
          ...(keys === null ? {} : { accelerator: keys, registerAccelerator: false }),
          click: () => void perform(act),
        })),
      ])
      tray.setContextMenu(parts.buildMenu(template))
    }
    shown = { icon, toolTip: view.toolTip, menu }
  }
}

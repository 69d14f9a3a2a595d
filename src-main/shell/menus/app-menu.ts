/** The menus of the window. On Windows the Alt key shows them, and the underlined letters choose. */
import type { MenuItemConstructorOptions } from 'electron'
import type { Place } from '../routes/place.ts'
import type { Texts } from '../texts/texts.ts'
import type { Act } from '../tray/tray-menu.ts'

interface Doing {
  readonly perform: (act: Act) => void
  readonly go: (place: Place) => void
  readonly importSound: () => void
  readonly closeWindow: () => void
  readonly about: () => void
}

export function appMenu({ menu, act }: Texts, doing: Doing): MenuItemConstructorOptions[] {
  const { perform, go } = doing
  const line = { type: 'separator' as const }
  return [
    {
      label: menu.file,
      submenu: [
        { label: act.record, click: () => perform('record') },
        { label: act.stop, click: () => perform('stop') },
        line,
        { label: menu.importSound, accelerator: 'CommandOrControl+O', click: doing.importSound },
        {
          label: menu.settings,
          accelerator: 'CommandOrControl+,',
          click: () => go({ kind: 'settings' }),
        },
        line,
        { label: menu.closeWindow, accelerator: 'CommandOrControl+W', click: doing.closeWindow },
        { label: act.quit, accelerator: 'CommandOrControl+Q', click: () => perform('quit') },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { label: menu.undo, role: 'undo' },
        { label: menu.redo, role: 'redo' },
        line,
        { label: menu.cut, role: 'cut' },
        { label: menu.copy, role: 'copy' },
        { label: menu.paste, role: 'paste' },
        { label: menu.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { label: menu.library, click: () => go({ kind: 'library' }) },
        { label: menu.live, click: () => go({ kind: 'live' }) },
        { label: act.captions, click: () => perform('captions') },
        line,
        { label: menu.zoomIn, role: 'zoomIn' },
        { label: menu.zoomOut, role: 'zoomOut' },
        { label: menu.zoomReset, role: 'resetZoom' },
        line,
        { label: menu.fullScreen, role: 'togglefullscreen' },
      ],
    },
    {
      label: menu.help,
      submenu: [{ label: menu.about, click: doing.about }],
    },
  ]
}

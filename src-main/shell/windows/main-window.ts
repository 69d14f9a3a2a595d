/** The window with the page: opened, found again, sent somewhere, and closed into the tray. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { hashOf, type Place } from '../routes/place.ts'
import { placeWindow, type Rectangle } from './place-window.ts'
import { windowOptions, windowSize } from './window.ts'
import type { WindowPlaces } from './window-places.ts'

export const goChannel = 'rtstt:go'

export type ShellWindow = Pick<
  BrowserWindow,
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'hide'
  | 'isFocused'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'on'
  | 'once'
  | 'restore'
  | 'setOverlayIcon'
  | 'setProgressBar'
  | 'show'
> & { readonly webContents: Pick<BrowserWindow['webContents'], 'send'> }

export interface MainWindowParts {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => ShellWindow
  readonly preload: string
  readonly places: WindowPlaces
  /** The screens without their taskbars, the main one first. */
  readonly areas: () => readonly Rectangle[]
}

interface Rules {
  readonly address: string
  /** Whether the window goes to the tray when it is closed; false: the program ends. */
  readonly staysInTray: () => boolean
  readonly onHidden: () => void
  /** The system is about to end: true where it has to wait. */
  readonly onSessionEnd: () => boolean
  readonly onLeft: () => void
  readonly onSight: () => void
}

export interface MainWindow {
  /** Brings it to the front, at a place where one is named. */
  readonly reveal: (place?: Place) => void
  isInSight(): boolean
  /** It can be seen, perhaps behind others. */
  readonly isOpen: () => boolean
  readonly close: () => void
  current(): ShellWindow | null
}

export function mainWindow(parts: MainWindowParts, rules: Rules): MainWindow {
  let window: ShellWindow | null = null

  function open(place: Place | null): void {
    const placed = placeWindow(parts.places.read('main'), windowSize, parts.areas())
    const { maximized, ...bounds } = placed
    const opened = parts.createWindow({ ...windowOptions(parts.preload), ...bounds })
    window = opened
    if (maximized) opened.maximize()
    opened.once('ready-to-show', () => opened.show())
    watch(opened)
    void opened.loadURL(rules.address + (place ? hashOf(place) : ''))
  }

  function watch(opened: ShellWindow): void {
    opened.on('close', (event) => {
      parts.places.write('main', {
        ...opened.getNormalBounds(),
        maximized: opened.isMaximized(),
      })
      if (!rules.staysInTray()) return
      event.preventDefault()
      opened.hide()
      rules.onHidden()
    })
    opened.on('closed', () => {
      window = null
      rules.onLeft()
    })
    opened.on('query-session-end', (event) => {
      if (rules.onSessionEnd()) event.preventDefault()
    })
    opened.on('focus', rules.onSight)
    opened.on('blur', rules.onSight)
    opened.on('show', rules.onSight)
    opened.on('hide', rules.onSight)
    opened.on('minimize', rules.onSight)
  }

  const isOpen = (): boolean => window?.isVisible() === true && !window.isMinimized()

  return {
    reveal(place) {
      if (window === null) return open(place ?? null)
      if (place) window.webContents.send(goChannel, hashOf(place))
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    isInSight: () => isOpen() && window?.isFocused() === true,
    isOpen,
    close: () => window?.close(),
    current: () => window,
  }
}

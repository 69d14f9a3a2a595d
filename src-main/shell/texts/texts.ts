import type { TrackName } from '#contract/transcript.ts'

/** Everything that the shell says: in the tray, in menus, in notifications and in dialogs. */
export interface Texts {
  readonly tray: {
    readonly idle: string
    readonly away: string
    readonly recording: (time: string, title: string) => string
    readonly paused: (time: string, title: string) => string
    readonly dead: (tracks: readonly TrackName[]) => string
    readonly warned: string
    readonly late: (seconds: number) => string
  }
  readonly act: Readonly<
    Record<
      | 'record'
      | 'stop'
      | 'pause'
      | 'resume'
      | 'muteMe'
      | 'unmuteMe'
      | 'bookmark'
      | 'captions'
      | 'dictate'
      | 'open'
      | 'quit',
      string
    >
  >
  readonly menu: Readonly<
    Record<
      | 'file'
      | 'importSound'
      | 'settings'
      | 'closeWindow'
      | 'edit'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'selectAll'
      | 'view'
      | 'library'
      | 'live'
      | 'zoomIn'
      | 'zoomOut'
      | 'zoomReset'
      | 'fullScreen'
      | 'help'
      | 'about',
      string
    >
  >
  readonly notice: {
    readonly started: string
    readonly stopped: (time: string) => string
    readonly silence: (time: string) => string
    readonly ended: (time: string) => string
    readonly failed: (time: string) => string
    readonly kept: (title: string) => string
    readonly warning: string
    readonly summary: string
    readonly summaryOf: (title: string) => string
    readonly lost: string
    readonly lostMore: string
    readonly notStarted: string
    readonly notDone: string
    readonly goesOn: string
    readonly goesOnMore: string
    readonly bookmarked: (time: string) => string
    readonly conflict: string
    readonly conflictOf: (keys: readonly string[]) => string
    readonly copied: string
    readonly copiedMore: string
    readonly nothingHeard: string
    readonly nothingHeardMore: string
    readonly notDictated: string
    readonly imports: (count: number) => string
    readonly importsMore: string
    readonly notImported: string
  }
  readonly ask: {
    readonly record: string
    readonly recordMore: string
    readonly detected: (program: string) => string
    readonly detectedMore: string
    readonly yes: string
    readonly notNow: string
    readonly never: (program: string) => string
    readonly quit: string
    readonly quitMore: string
    readonly stopAndQuit: string
    readonly goOn: string
    readonly cancel: string
  }
  readonly cannotStart: string
  readonly soundFiles: string
  readonly captionsTitle: string
  readonly pillTitle: string
}

/**
 * The desktop around the page: it follows what the engine tells and shows it in the tray, in the taskbar, over other
 * windows and in notifications, and does what is asked for there.
 */
import type { App, GlobalShortcut, Menu } from 'electron'
import { type ShellLink, shellLink } from './client/shell-link.ts'
import { performer, sentenceOf } from './capture/perform.ts'
import { askAboutMeeting, type DetectParts, watchMicrophone } from './detect/watch-microphone.ts'
import { type DictateParts, dictation } from './dictate/dictate.ts'
import type { EngineHost, EngineHostParts } from './engine-host.ts'
import { appMenu } from './menus/app-menu.ts'
import { failureNotice, lostNotice, type Notice, noticeOf } from './notify/notices.ts'
import { type NoticeParts, showNotices } from './notify/show-notices.ts'
import type { OverlayParts } from './overlays/keep-overlay.ts'
import { showOverlays } from './overlays/show-overlays.ts'
import type { Wishes } from './routes/parse-arguments.ts'
import { soundExtensions } from './routes/sound-extensions.ts'
import { keepShortcuts } from './shortcuts/keep-shortcuts.ts'
import { actOf } from './shortcuts/plan-shortcuts.ts'
import { receive, withEngine, withoutEngine } from './state/desktop-state.ts'
import { keepState } from './state/keep-state.ts'
import { recordingOf } from './state/recording.ts'
import { showTaskbar } from './taskbar/show-taskbar.ts'
import { textsFor } from './texts/choose-texts.ts'
import type { Texts } from './texts/texts.ts'
import { keepTray, type TrayParts } from './tray/keep-tray.ts'
import { guardQuit } from './windows/guard-quit.ts'
import { mainWindow, type MainWindowParts } from './windows/main-window.ts'

/** A question in a box of its own. */
export interface BoxQuestion {
  readonly title: string
  readonly detail: string
  readonly answers: readonly string[]
  /** The answer of who closes the box. */
  readonly cancel: number
}

export interface DesktopParts
  extends
    MainWindowParts,
    OverlayParts,
    TrayParts,
    NoticeParts,
    DictateParts,
    DetectParts,
    Pick<EngineHostParts, 'openPorts' | 'later'> {
  readonly app: Pick<App, 'on' | 'quit' | 'showAboutPanel'>
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  readonly setMenu: (menu: Menu) => void
  readonly ask: (question: BoxQuestion) => Promise<number>
  readonly chooseFiles: (title: string, extensions: readonly string[]) => Promise<readonly string[]>
  readonly startAtLogin: (isWanted: boolean) => void
  /** The languages of the system, the preferred first. */
  readonly languages: () => readonly string[]
  /** Screens came or went, or the taskbar has another colour. */
  readonly onLookChanged: (listener: () => void) => void
  /** The system ends, where it tells without a window. */
  readonly onShutdown: (listener: (event: { preventDefault(): void }) => void) => void
}

export interface Desktop {
  /** Does what a start of the program, or of a second one, asks for. */
  obey(wishes: Wishes): void
}

interface Around {
  readonly engine: EngineHost
  /** Where the pages lie, ended by a slash. */
  readonly pages: string
}

export function runDesktop(parts: DesktopParts, { engine, pages }: Around): Desktop {
  const texts = textsFor(parts.languages())
  const state = keepState()
  const isRecording = (): boolean => recordingOf(state.now()) !== null
  let wasToldHidden = false

  const link = shellLink({
    ...parts,
    connect: engine.connect,
    onFound: (found) => state.change((before) => withEngine(before, found), null),
    onLost: () => {
      const notice = lostNotice(state.now(), texts)
      if (notice) notices.tell(notice)
      state.change(withoutEngine, null)
    },
    onEvent(event) {
      // Twenty times a second, and nothing here shows them.
      if (event.type !== 'levels.measured') state.change((before) => receive(before, event), event)
    },
  })
  const quit = guardQuit({
    app: parts.app,
    isRecording,
    ask: async () => (await parts.ask(quitQuestion(texts))) === 0,
    async stop() {
      stopWatching()
      link.close()
      await engine.stop()
    },
  })
  const window = mainWindow(parts, {
    address: `${pages}index.html`,
    staysInTray: () => !quit.isQuitting() && (state.now().settings.closeToTray || isRecording()),
    onHidden() {
      // A recording that goes on behind a closed window is told the first time; the small bar shows it every time.
      if (isRecording() && !wasToldHidden) notices.tell(goesOn(texts))
      wasToldHidden ||= isRecording()
      if (!state.now().settings.closeToTray) parts.app.quit()
    },
    onSessionEnd() {
      quit.quitNow()
      return isRecording()
    },
    onLeft: () => parts.app.quit(),
    onSight: show,
  })
  const notices = showNotices(parts, window.reveal)
  const overlays = showOverlays(parts, { texts, pages, isWindowOpen: window.isOpen })
  const dictating = dictation(parts, {
    ...{ link, texts, now: state.now, tell: notices.tell },
    onHearing: overlays.dictating,
  })
  const perform = performer({
    ...{ link, texts, now: state.now, tell: notices.tell },
    open: () => window.reveal(),
    quit: () => parts.app.quit(),
    toggleCaptions() {
      overlays.toggleCaptions()
      show()
    },
    toggleDictation: dictating.press,
  })
  const showTray = keepTray(parts, { texts, perform, captionsShown: overlays.captionsShown })
  const followShortcuts = keepShortcuts({
    ...parts,
    onPressed(name) {
      const act = actOf(name, state.now())
      if (act) void perform(act)
    },
    onConflict: (keys) => notices.tell(conflict(keys, texts)),
  })
  const stopWatching = watchMicrophone(parts, {
    now: state.now,
    isDictating: dictating.isGoingOn,
    ask: (user) => notices.ask(askAboutMeeting(user, parts.neverAsk, texts, perform)),
  })

  function show(): void {
    const now = state.now()
    showTray(now)
    showTaskbar(window.current(), parts.picture, now, texts)
    overlays.show(now)
  }

  state.onChange((after, before, event) => {
    if (event) {
      const inSight = window.isInSight()
      const notice = noticeOf({ before, after, event, inSight }, texts)
      if (notice) notices.tell(notice)
    }
    if (after === before) return
    if (after.settings !== before.settings || event === null) {
      followShortcuts(after.settings)
      if (after.engine === 'here') parts.startAtLogin(after.settings.startAtLogin)
    }
    show()
  })
  const importing = importer(link, texts, notices.tell)
  parts.setMenu(
    parts.buildMenu(
      appMenu(texts, {
        perform: (act) => void perform(act),
        go: window.reveal,
        importSound: () =>
          void parts.chooseFiles(texts.soundFiles, soundExtensions).then(importing),
        closeWindow: window.close,
        about: () => parts.app.showAboutPanel(),
      }),
    ),
  )
  parts.onLookChanged(show)
  parts.onShutdown((event) => {
    if (isRecording()) event.preventDefault()
    quit.quitNow()
  })
  parts.app.on('activate', () => window.reveal())
  // Without a listener Electron would quit when the last small window goes; the tray stays.
  parts.app.on('window-all-closed', () => {})
  show()

  return {
    obey({ link: asked, files, hidden }) {
      if (hidden) return
      window.reveal(asked?.kind === 'go' ? asked.place : undefined)
      if (asked?.kind === 'record')
        void parts.ask(recordQuestion(texts)).then((answer) => {
          if (answer === 0) void perform('record')
        })
      if (files.length > 0) void importing(files)
    },
  }
}

/** Lets files be read, and says that they are, or why not. */
function importer(link: ShellLink, { notice }: Texts, tell: (notice: Notice) => void) {
  const place = { kind: 'library' } as const
  return async (files: readonly string[]): Promise<void> => {
    if (files.length === 0) return
    try {
      await link.call('import.add', { paths: [...files] })
      const words = { title: notice.imports(files.length), body: notice.importsMore }
      tell({ key: 'import', ...words, place, needed: false })
    } catch (error) {
      tell(failureNotice(notice.notImported, sentenceOf(error), place))
    }
  }
}

function goesOn({ notice }: Texts): Notice {
  const words = { title: notice.goesOn, body: notice.goesOnMore }
  return { key: 'recording', ...words, place: { kind: 'live' }, needed: true }
}

function conflict(keys: readonly string[], { notice }: Texts): Notice {
  return failureNotice(notice.conflict, notice.conflictOf(keys), { kind: 'settings' })
}

function quitQuestion({ ask }: Texts): BoxQuestion {
  const answers = [ask.stopAndQuit, ask.goOn]
  return { title: ask.quit, detail: ask.quitMore, answers, cancel: 1 }
}

function recordQuestion({ ask }: Texts): BoxQuestion {
  return {
    title: ask.record,
    detail: ask.recordMore,
    answers: [ask.yes, ask.cancel],
    cancel: 1,
  }
}

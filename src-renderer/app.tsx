import { CSPProvider } from '@base-ui/react/csp-provider'
import { Suspense, useEffect, useRef } from 'react'
import { useAppState, useApp, useSpeech } from './pieces/app-context.ts'
import { DamageNotice } from './pieces/damage-notice.tsx'
import { DropFiles } from './pieces/drop-files.tsx'
import { LinkBanner } from './pieces/link-banner.tsx'
import { NoticeList } from './pieces/notice-list.tsx'
import { PageFooter } from './pieces/page-footer.tsx'
import { Navigation } from './pieces/navigation.tsx'
import { PageHeader } from './pieces/page-header.tsx'
import { Skeleton } from './pieces/skeleton.tsx'
import { Toasts } from './pieces/toasts.tsx'
import { useFirstRun } from './pieces/use-first-run.ts'
import { usePageKeys } from './pieces/use-page-keys.ts'
import { NowhereScreen } from './screens/nowhere-screen.tsx'
import {
  LibraryScreen,
  LiveScreen,
  MeetingScreen,
  PerformanceScreen,
  SettingsScreen,
  WelcomeScreen,
} from './screens/screens.ts'
import { useRoute } from './state/navigation.ts'
import type { Route } from './state/route.ts'

/** The frame around every screen. */
export function App() {
  const { t } = useSpeech()
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  usePageKeys(route.screen)
  const top = useRef<HTMLDivElement>(null)
  useTopHeight(top)
  useLibrary()
  useFirstRun(route)
  useArrival(main, route)

  return (
    <Frame>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // The part after the # is the page's own address.
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('page.skipToContent')}
      </a>
      <Navigation screen={route.screen} />
      <DropFiles />
      <div className="top" ref={top}>
        <PageHeader screen={route.screen} />
        <LinkBanner />
        <DamageNotice />
        <NoticeList />
      </div>
      <main id="main" ref={main} tabIndex={-1} data-width={widthOf(route.screen)}>
        <Suspense fallback={<Skeleton name={t('frame.loadingScreen')} />}>
          <Screen route={route} />
        </Suspense>
      </main>
      <PageFooter />
    </Frame>
  )
}

/** What lies over the page, within the content policy: no style element is written. */
function Frame({ children }: { readonly children: React.ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Toasts>{children}</Toasts>
    </CSPProvider>
  )
}

function widthOf(screen: Route['screen']): 'whole' | 'read' {
  return screen === 'live' ||
    screen === 'library' ||
    screen === 'meeting' ||
    screen === 'performance'
    ? 'whole'
    : 'read'
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'library':
      return <LibraryScreen {...route} />
    case 'live':
      return <LiveScreen />
    case 'meeting':
      return <MeetingScreen key={route.meetingId} {...route} />
    case 'performance':
      return <PerformanceScreen />
    case 'settings':
      return <SettingsScreen section={route.section} />
    case 'welcome':
      return <WelcomeScreen />
    case 'nowhere':
      return <NowhereScreen />
  }
}

/** Reads the list of meetings whenever it is not known to be whole: at first, and after a lost connection. */
function useLibrary(): void {
  const { actions } = useApp()
  const unread = useAppState(
    ({ link, library }) => link === 'connected' && library.phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readLibrary()
  }, [unread, actions])
}

/** A new screen begins at its top, and a screen reader begins there too; the first one is left as it loaded. */
function useArrival(main: React.RefObject<HTMLElement | null>, route: Route): void {
  const { actions } = useApp()
  const place = route.screen === 'meeting' ? route.meetingId : route.screen
  const before = useRef(place)
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    actions.leaveProblems()
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [main, place, actions])
}

/** What sticks below the top has to know how far down that reaches; it grows with what is told there. */
function useTopHeight(top: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = top.current
    if (!box) return
    const sizes = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--top', `${box.offsetHeight}px`)
    })
    sizes.observe(box)
    return () => sizes.disconnect()
  }, [top])
}

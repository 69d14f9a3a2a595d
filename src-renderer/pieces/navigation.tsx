import { Gauge, Keyboard, LibraryBig, type LucideIcon, Radio, Search, Settings } from 'lucide-react'
import { useState } from 'react'
import { keysOf } from '../state/shortcuts.ts'
import { addressOf, type Route } from '../state/route.ts'
import { useSpeech } from './app-context.ts'
import { Kbd } from './kbd.tsx'
import { Palette } from './palette/palette.tsx'
import { ShortcutDialog } from './shortcut-dialog.tsx'
import { useShortcut } from './use-shortcut.ts'

const places = [
  { name: 'live', icon: Radio, route: { screen: 'live' } },
  { name: 'meetings', icon: LibraryBig, route: { screen: 'library', query: '' } },
  { name: 'performance', icon: Gauge, route: { screen: 'performance' } },
  { name: 'settings', icon: Settings, route: { screen: 'settings', section: null } },
] as const satisfies readonly { name: string; icon: LucideIcon; route: Route }[]

const entryLook =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-round border-0 bg-transparent px-0 py-1 text-tiny text-quiet no-underline cursor-pointer hover:bg-accent-ground hover:text-ink aria-[current=page]:bg-accent-ground aria-[current=page]:font-semibold aria-[current=page]:text-ink md:min-h-10 md:flex-none md:flex-row md:justify-start md:gap-3 md:px-3 md:text-base'

/** The way to every screen: at the side where there is room, else along the lower edge. */
export function Navigation({ screen }: { readonly screen: Route['screen'] }) {
  const { t } = useSpeech()
  const [helping, setHelping] = useState(false)
  const [seeking, setSeeking] = useState(false)
  const help = (): void => setHelping(true)
  const seek = (): void => setSeeking(true)
  useShortcut('help', help)
  useShortcut('palette', seek)
  return (
    <nav
      aria-label={t('frame.navigation')}
      className="sticky bottom-0 z-3 order-last mx-0 flex h-(--bar) w-full gap-1 border-t border-line bg-ground px-2 pt-1 pb-[calc(0.25rem+env(safe-area-inset-bottom))] [@media(max-height:25rem)]:static md:fixed md:inset-y-0 md:left-0 md:h-auto md:w-52 md:flex-col md:border-t-0 md:border-r md:px-3 md:py-4"
    >
      {places.map(({ name, icon: Icon, route }) => (
        <a
          key={name}
          href={addressOf(route)}
          aria-current={isHere(route.screen, screen) ? 'page' : undefined}
          className={entryLook}
        >
          <Icon className="size-5 flex-none" strokeWidth={1.75} aria-hidden="true" />
          <span className="max-w-full truncate">{t(`frame.${name}`)}</span>
        </a>
      ))}
      <div className="hidden flex-1 md:block" />
      <Entry icon={Search} name={t('frame.search')} keys={keysOf('palette')} onClick={seek} />
      <Entry icon={Keyboard} name={t('frame.shortcuts')} onClick={help} />
      <Palette open={seeking} onClose={() => setSeeking(false)} onHelp={help} />
      <ShortcutDialog open={helping} onClose={() => setHelping(false)} />
    </nav>
  )
}

interface EntryProps {
  readonly icon: LucideIcon
  readonly name: string
  readonly keys?: string
  readonly onClick: () => void
}

function Entry({ icon: Icon, name, keys, onClick }: EntryProps) {
  return (
    <button type="button" className={`${entryLook} max-md:hidden`} onClick={onClick}>
      <Icon className="size-5 flex-none" strokeWidth={1.75} aria-hidden="true" />
      <span className="max-w-full truncate">{name}</span>
      {keys && (
        <span className="ms-auto">
          <Kbd keys={keys} />
        </span>
      )}
    </button>
  )
}

function isHere(place: Route['screen'], screen: Route['screen']): boolean {
  return place === screen || (place === 'library' && screen === 'meeting')
}

import { shownKeys } from '../state/shortcuts.ts'

export const isMac = /Mac/.test(navigator.userAgent)

interface Props {
  /** As in the list of shortcuts, like `Mod+K`. */
  readonly keys: string
  /** Whether something else, like `aria-keyshortcuts`, tells them to a screen reader. */
  readonly toldElsewhere?: boolean
}

/** Shows the keys of a shortcut as they are written on this computer's keyboard. */
export function Kbd({ keys, toldElsewhere = false }: Props) {
  return (
    <kbd
      aria-hidden={toldElsewhere}
      className="rounded-small border border-current px-1.5 font-sans text-tiny font-normal max-sm:hidden [@media(hover:none)]:hidden"
    >
      {shownKeys(keys, isMac).join(isMac ? '' : '+')}
    </kbd>
  )
}

/** Shows the keys of a shortcut; `aria-keyshortcuts` tells them to a screen reader. */
export function Keys({ letter }: { readonly letter: string }) {
  const alt = /Mac/.test(navigator.userAgent) ? '⌥' : 'Alt+'
  return (
    <kbd className="keys" aria-hidden="true">
      {alt}
      {letter.toUpperCase()}
    </kbd>
  )
}

/** How what lies over the page looks. What has the keyboard to itself is marked with `data-over`. */
const motion =
  'transition-[opacity,scale] duration-150 ease-calm data-starting-style:opacity-0 data-starting-style:scale-98 data-ending-style:opacity-0'

export const veilLook =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0'

/** A dialog in the middle of the window. */
export const overLook = `fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-large border border-line bg-raised text-ink shadow-raised outline-none ${motion}`

/** What opens beside a button. */
export const besideLook = `max-h-(--available-height) max-w-[calc(100vw-1.5rem)] origin-(--transform-origin) overflow-y-auto rounded-round border border-line bg-raised text-ink shadow-raised outline-none ${motion}`

/** One line of a menu or of a list to choose from. */
export const lineLook =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-small px-3 py-1.5 text-base outline-none select-none data-highlighted:bg-accent-ground data-disabled:cursor-default data-disabled:opacity-60'

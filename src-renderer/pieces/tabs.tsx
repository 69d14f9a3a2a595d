import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

interface TabsProps<T extends string> {
  readonly chosen: T
  readonly onChoose: (id: T) => void
  readonly className?: string
  /** One `TabList`, and a `TabPanel` for each of its tabs, anywhere within. */
  readonly children: ReactNode
}

/** Several panels of which one is shown. */
export function Tabs<T extends string>({ chosen, onChoose, className, children }: TabsProps<T>) {
  return (
    <Base.Root value={chosen} onValueChange={onChoose} className={className}>
      {children}
    </Base.Root>
  )
}

interface ListProps<T extends string> {
  readonly label: string
  readonly tabs: readonly { readonly id: T; readonly name: string }[]
}

/** The row of tabs: one is reached by Tab, the others by the arrow keys, Home and End. */
export function TabList<T extends string>({ label, tabs }: ListProps<T>) {
  return (
    <Base.List
      aria-label={label}
      activateOnFocus
      className="tabs flex flex-none gap-1 overflow-x-auto border-b border-line"
    >
      {tabs.map(({ id, name }) => (
        <Base.Tab
          key={id}
          value={id}
          className="min-h-11 flex-none cursor-pointer border-0 border-b-2 border-transparent bg-transparent px-2 py-1 text-base text-quiet hover:text-ink focus-visible:-outline-offset-3 data-active:border-accent data-active:font-semibold data-active:text-ink sm:px-3"
        >
          {name}
        </Base.Tab>
      ))}
    </Base.List>
  )
}

interface PanelProps {
  readonly id: string
  readonly className?: string
  readonly children: ReactNode
}

/** What belongs to a tab; the others keep their place while they are hidden. */
export function TabPanel({ id, className = '', children }: PanelProps) {
  return (
    <Base.Panel
      value={id}
      keepMounted
      // Its tab knows it by an id of its own, which must stay.
      data-panel={id}
      tabIndex={-1}
      className={`focus-visible:outline-none ${className}`}
    >
      {children}
    </Base.Panel>
  )
}

/** The panel of a tab, to bring the focus there. */
export function tabPanel(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-panel="${id}"]`)
}

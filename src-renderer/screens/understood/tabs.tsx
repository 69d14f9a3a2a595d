import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface Tab<T extends string> {
  readonly id: T
  readonly name: string
}

interface Props<T extends string> {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly chosen: T
  readonly onChoose: (id: T) => void
}

/** A row of tabs: one is reached by Tab, the others by the arrow keys, Home and End. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose }: Props<T>) {
  const list = useRef<HTMLDivElement>(null)
  const at = tabs.findIndex(({ id }) => id === chosen)

  function onKeyDown(event: KeyboardEvent): void {
    const last = tabs.length - 1
    const step: Readonly<Record<string, number>> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const next = tabs[step[event.key] ?? -1]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`#${tabElementId(next.id)}`)?.focus()
  }

  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabElementId(id)}
          aria-selected={id === chosen}
          aria-controls={tabPanelId(id)}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

interface PanelProps {
  readonly id: string
  readonly shown: boolean
  readonly children: ReactNode
}

/** What belongs to a tab; the others keep their place while they are hidden. */
export function TabPanel({ id, shown, children }: PanelProps) {
  return (
    <div
      role="tabpanel"
      className={`tab-panel of-${id}`}
      id={tabPanelId(id)}
      aria-labelledby={tabElementId(id)}
      tabIndex={-1}
      hidden={!shown}
    >
      {children}
    </div>
  )
}

function tabElementId(id: string): string {
  return `tab-${id}`
}

export function tabPanelId(id: string): string {
  return `panel-${id}`
}

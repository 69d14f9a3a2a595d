import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly icon?: LucideIcon
  readonly title: string
  /** The heading's level; 1 where it is the screen's own. */
  readonly level?: 1 | 2
  /** Why it is empty and what to do. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** What stands where there is nothing yet, with the way on. */
export function EmptyState({ icon: Icon, title, level = 2, children, actions }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="grid justify-items-center gap-3 py-[clamp(2rem,12vh,7rem)] text-center text-quiet">
      {Icon && <Icon className="size-8" strokeWidth={1.5} aria-hidden="true" />}
      <Heading className="text-title font-semibold text-ink">{title}</Heading>
      {children && <div className="grid max-w-104 gap-2">{children}</div>}
      {actions && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}

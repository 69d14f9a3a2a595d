import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Tooltip } from './tooltip.tsx'

interface Props extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'aria-label'> {
  readonly icon: LucideIcon
  /** Told to screen readers, and shown to whoever points at it. */
  readonly name: string
  readonly kind?: 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  /** Without one where the drawing stands alone, and the first Escape is not for the hint. */
  readonly hint?: boolean
}

const kinds = { quiet: 'text-quiet hover:text-ink', danger: 'text-danger' } as const
const sizes = { normal: 'size-10', small: 'size-8' } as const

/** A button that is only a drawing. */
export function IconButton({
  icon: Icon,
  name,
  kind = 'quiet',
  size = 'normal',
  hint = true,
  ...others
}: Props) {
  const button = (
    <button
      type="button"
      {...others}
      aria-label={name}
      className={`inline-grid flex-none cursor-pointer place-items-center rounded-round border-0 bg-transparent p-0 transition-colors hover:bg-accent-ground aria-pressed:bg-accent-ground aria-pressed:text-accent disabled:cursor-default disabled:opacity-60 ${kinds[kind]} ${sizes[size]}`}
    >
      <Icon className={size === 'small' ? 'size-4' : 'size-5'} aria-hidden="true" />
    </button>
  )
  return hint ? <Tooltip text={name}>{button}</Tooltip> : button
}

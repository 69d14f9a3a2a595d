import type { ReactNode } from 'react'

interface Props {
  readonly kind: 'live' | 'interrupted'
  readonly children: ReactNode
}

/** What state something is in, where that asks for attention. */
export function Badge({ kind, children }: Props) {
  return (
    <span className={`badge ${kind}`}>
      {kind === 'live' && <span className="live-dot" aria-hidden="true" />}
      {children}
    </span>
  )
}

interface Props {
  /** Told to screen readers: what is on its way. */
  readonly name: string
  readonly lines?: number
}

const widths = ['w-2/3', 'w-full', 'w-5/6', 'w-3/4'] as const

/** Where something will stand as soon as it is read. */
export function Skeleton({ name, lines = 4 }: Props) {
  return (
    <div role="status" aria-label={name} className="grid gap-3 py-4">
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          aria-hidden="true"
          className={`h-4 animate-breathe rounded-small bg-line ${widths[line % widths.length]}`}
        />
      ))}
    </div>
  )
}

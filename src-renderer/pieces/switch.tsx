import { Switch as Base } from '@base-ui/react/switch'

interface Props {
  readonly label: string
  /** What it does, in a sentence below the label. */
  readonly hint?: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly disabled?: boolean
}

/** Something that is on or off, at once. */
export function Switch({ label, hint, on, onChange, disabled = false }: Props) {
  return (
    <label className="flex cursor-pointer items-start justify-between gap-4">
      <span className="grid min-w-0">
        <span className="text-base">{label}</span>
        {hint && <span className="text-label text-quiet">{hint}</span>}
      </span>
      <Base.Root
        checked={on}
        onCheckedChange={onChange}
        disabled={disabled}
        className="mt-0.5 flex h-6 w-10 flex-none items-center rounded-full border border-strong-line bg-surface p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-60"
      >
        <Base.Thumb className="size-4 rounded-full bg-strong-line transition-[translate,background-color] data-checked:translate-x-4.5 data-checked:bg-accent-ink" />
      </Base.Root>
    </label>
  )
}

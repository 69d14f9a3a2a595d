import { Slider as Base } from '@base-ui/react/slider'

interface Props {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onChange: (value: number) => void
  /** How a value is said, with its unit. */
  readonly say: (value: number) => string
  readonly disabled?: boolean
}

/** A number within limits, by pulling or by the arrow keys, with its figure. */
export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  onChange,
  say,
  disabled = false,
}: Props) {
  return (
    <Base.Root
      value={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={onChange}
      className="grid grid-cols-[1fr_auto] gap-x-4"
    >
      <Base.Label className="text-label text-quiet">{label}</Base.Label>
      <span className="text-label tabular-nums">{say(value)}</span>
      <Base.Control className="col-span-2 flex touch-none items-center py-2.5 select-none">
        <Base.Track className="h-1.5 w-full rounded-full bg-line">
          <Base.Indicator className="rounded-full bg-accent" />
          <Base.Thumb
            getAriaValueText={(_, shown) => say(shown)}
            className="size-5 rounded-full border-2 border-accent bg-surface shadow-low has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  )
}

import { Progress } from '@base-ui/react/progress'

interface Props {
  readonly label: string
  /** From 0 to 1; null where nobody knows how much there is. */
  readonly share: number | null
  /** The figure, like `42 %` or `12 of 90 MB, 2 minutes left`. */
  readonly figure: string
  readonly labelHidden?: boolean
}

/** How far something has come, with the figure beside it. */
export function ProgressBar({ label, share, figure, labelHidden = false }: Props) {
  return (
    <Progress.Root
      value={share === null ? null : Math.round(share * 100)}
      getAriaValueText={() => figure}
      className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-label"
    >
      <Progress.Label className={labelHidden ? 'sr-only' : 'truncate'}>{label}</Progress.Label>
      <span className="col-start-2 text-quiet tabular-nums">{figure}</span>
      <Progress.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-line">
        <Progress.Indicator className="block h-full rounded-full bg-accent transition-[width] data-indeterminate:w-1/3 data-indeterminate:opacity-60" />
      </Progress.Track>
    </Progress.Root>
  )
}

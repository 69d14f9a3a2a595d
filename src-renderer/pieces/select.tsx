import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { fieldLook } from './field-look.ts'
import { besideLook, lineLook } from './over-look.ts'

interface Props<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** For a row where the label is seen elsewhere. */
  readonly labelHidden?: boolean
  readonly disabled?: boolean
}

/** One of several, chosen from a list. */
export function Select<T extends string>(props: Props<T>) {
  const { label, options, value, onChange, labelHidden = false, disabled = false } = props
  return (
    <div className="grid min-w-0 gap-1">
      <Base.Root
        items={options}
        value={value}
        disabled={disabled}
        onValueChange={(next) => next !== null && onChange(next)}
      >
        <Base.Label className={labelHidden ? 'sr-only' : 'text-label text-quiet'}>
          {label}
        </Base.Label>
        <Base.Trigger
          className={`${fieldLook} flex cursor-pointer items-center justify-between gap-3 text-start`}
        >
          <Base.Value className="truncate" />
          <Base.Icon>
            <ChevronDown className="size-4.5 text-quiet" aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner
            sideOffset={4}
            alignItemWithTrigger={false}
            className="z-50 outline-none"
          >
            <Base.Popup data-over className={`${besideLook} min-w-(--anchor-width) p-1`}>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className={lineLook}>
                  <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                  <Base.ItemIndicator>
                    <Check className="size-4 text-accent" aria-hidden="true" />
                  </Base.ItemIndicator>
                </Base.Item>
              ))}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </div>
  )
}

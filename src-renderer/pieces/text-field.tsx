import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { fieldLook } from './field-look.ts'

interface Props extends Omit<
  ComponentProps<'input'>,
  'className' | 'value' | 'onChange' | 'style'
> {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly hint?: string
  /** What is wrong with the text, and what to do. */
  readonly problem?: string | null
  readonly labelHidden?: boolean
}

/** A line of text to type, with its label, a hint, and what is wrong with it. */
export function TextField(props: Props) {
  const { label, value, onChange, hint, problem = null, labelHidden = false, ...others } = props
  return (
    <Field.Root invalid={problem !== null} className="grid min-w-0 gap-1">
      <Field.Label className={labelHidden ? 'sr-only' : 'text-label text-quiet'}>
        {label}
      </Field.Label>
      <Field.Control
        {...others}
        value={value}
        onValueChange={onChange}
        className={`${fieldLook} data-invalid:border-danger`}
      />
      {hint && <Field.Description className="text-small text-quiet">{hint}</Field.Description>}
      <Field.Error match={problem !== null} className="text-small text-danger">
        {problem}
      </Field.Error>
    </Field.Root>
  )
}

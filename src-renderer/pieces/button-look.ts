export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

const kinds: Readonly<Record<ButtonKind, string>> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:not-disabled:opacity-90',
  plain: 'border-line bg-surface text-ink hover:not-disabled:border-strong-line',
  quiet: 'border-transparent bg-transparent text-ink hover:not-disabled:bg-accent-ground',
  danger: 'border-danger bg-transparent text-danger hover:not-disabled:bg-danger-ground',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  normal: 'min-h-10 px-3.5 py-1.5 text-base',
  small: 'min-h-8 px-2.5 py-1 text-label',
}

/** The classes of a button, for links that look like one as well. */
export function buttonLook(kind: ButtonKind = 'plain', size: ButtonSize = 'normal'): string {
  return `inline-flex cursor-pointer items-center justify-center gap-2 rounded-round border no-underline transition-colors disabled:cursor-default disabled:opacity-60 ${kinds[kind]} ${sizes[size]}`
}

/** How what one types or chooses in looks. */
export const fieldLook =
  'min-h-10 w-full min-w-0 rounded-round border border-strong-line bg-surface px-3 py-1.5 text-base text-ink transition-colors data-disabled:opacity-60'

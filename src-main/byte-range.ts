/** Bytes `[from, to)`. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * What a `Range` header asks of a file of `total` bytes. Null where the whole is to be sent: nothing was asked, or
 * something that may be passed over (another unit, several ranges at once, no range at all).
 */
export function byteRange(
  header: string | null,
  total: number,
): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '') {
    if (last === '') return null
    const from = Math.max(0, total - Number(last))
    return from < total ? { from, to: total } : 'unsatisfiable'
  }
  const from = Number(first)
  const to = last === '' ? total : Math.min(total, Number(last) + 1)
  if (last !== '' && Number(last) < from) return null
  return from < total ? { from, to } : 'unsatisfiable'
}

/** @typedef {import('./fault.ts').Row & { readonly holds: boolean }} Told */

/** The table for people: fault, times tried, recovered in, lost. */
export function faultTable(/** @type {readonly Told[]} */ rows) {
  const head = ['fault', 'tried', 'recovered in', 'lost', '']
  const lines = rows.map(({ fault, tried, recoveredMs, lost, holds, skipped }) => [
    fault,
    String(tried),
    recoveredMs ? `${seconds(recoveredMs.value)} (at most ${seconds(recoveredMs.atMost)})` : '-',
    lost ? `${Math.round(lost.value)} ${lost.unit} (at most ${lost.atMost})` : '-',
    skipped ? 'NOT TRIED' : holds ? 'holds' : 'BROKEN',
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((cells) => (cells[column] ?? '').length)),
  )
  return [head, ...lines]
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function seconds(/** @type {number} */ ms) {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`
}

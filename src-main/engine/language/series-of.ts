/** Days and months, English and Italian, long and short, without accents. */
const calendar = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
   january february march april may june july august september october november december
   jan feb mar apr jun jul aug sep sept oct nov dec week
   lunedi martedi mercoledi giovedi venerdi sabato domenica lun mer gio ven sab dom
   gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
   gen mag giu lug ago set ott dic settimana`.split(/\s+/),
)
const ordinal = /^\d+(st|nd|rd|th|a|o|am|pm)?$/

/**
 * What meetings of one series have in common: the title in lower case, without accents, punctuation, numbers, dates and
 * days. Null where nothing of it is left, or only the name that meetings get by themselves: such a meeting is alone.
 */
export function seriesOf(title: string): string | null {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !calendar.has(word) && !ordinal.test(word))
    .filter((word) => /\p{L}/u.test(word))
  const series = words.join(' ')
  return series === '' || series === 'meeting' || series === 'riunione' ? null : series
}

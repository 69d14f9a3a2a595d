/** Numbers as they are spoken, in English and Italian. */

const english: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const italianUnits: Readonly<Record<string, number>> = {
  uno: 1,
  un: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  nove: 9,
}

const italianTens: Readonly<Record<string, number>> = {
  venti: 20,
  trenta: 30,
  quaranta: 40,
  cinquanta: 50,
  sessanta: 60,
  settanta: 70,
  ottanta: 80,
  novanta: 90,
}

const italian: Readonly<Record<string, number>> = {
  ...italianUnits,
  ...withTens(),
  dieci: 10,
  undici: 11,
  dodici: 12,
  tredici: 13,
  quattordici: 14,
  quindici: 15,
  sedici: 16,
  diciassette: 17,
  diciotto: 18,
  diciannove: 19,
}

/** What a number before it is multiplied by. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['cento', 100],
  ['thousand', 1_000],
  ['mila', 1_000],
  ['mille', 1_000],
  ['k', 1_000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
  ['milione', 1_000_000],
  ['milioni', 1_000_000],
  ['m', 1_000_000],
  ['billion', 1_000_000_000],
  ['billions', 1_000_000_000],
  ['miliardo', 1_000_000_000],
  ['miliardi', 1_000_000_000],
])

/** Words that are numbers and a good deal else besides: nobody claims a number with them. */
export const ambiguous: ReadonlySet<string> = new Set([
  'one',
  'un',
  'uno',
  'sei',
  'due',
  'm',
  'k',
  'zero',
  'second',
])

const known: ReadonlyMap<string, number> = new Map([
  ...Object.entries(english),
  ...Object.entries(italian),
])

/** The number that one word of small letters says, such as `seven` or `duecentoventi`; null when it says none. */
export function spokenNumber(word: string): number | null {
  return known.get(word) ?? magnitudes.get(word) ?? italianCompound(word)
}

/** Italian writes numbers up to a million as one word: thousands, hundreds, the rest. */
function italianCompound(word: string): number | null {
  const thousands = word.match(/^(.+)mila(.*)$/u) ?? word.match(/^(mille)(.+)$/u)
  if (thousands) {
    const [, of = '', rest = ''] = thousands
    return plus(of === 'mille' ? 1_000 : times(spokenNumber(of), 1_000), rest)
  }
  const hundreds = word.match(/^(.*?)cento?(.*)$/u)
  if (!hundreds) return null
  const [, of = '', rest = ''] = hundreds
  return plus(of === '' ? 100 : times(italianUnits[of] ?? null, 100), rest)
}

function times(number: number | null, by: number): number | null {
  return number === null ? null : number * by
}

function plus(number: number | null, rest: string): number | null {
  if (number === null) return null
  if (rest === '') return number
  const more = known.get(rest) ?? (rest.includes('cent') ? italianCompound(rest) : null)
  return more === null ? null : number + more
}

/** `ventuno`, `ventidue`, `ventitré`: the tens lose their last vowel before one and eight. */
function withTens(): Record<string, number> {
  const numbers: Record<string, number> = { ...italianTens }
  for (const [ten, tens] of Object.entries(italianTens))
    for (const [unit, units] of Object.entries(italianUnits)) {
      const stem = /^[uo]/u.test(unit) ? ten.slice(0, -1) : ten
      numbers[`${stem}${unit}`] = tens + units
    }
  return numbers
}

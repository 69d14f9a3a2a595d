/** Text on a line of a terminal: what takes two columns, one, or none. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** The beginning of a text that fits, without anything that would move the cursor. */
export function fit(text: string, columns: number): string {
  let width = 0
  let shown = ''
  for (const { segment } of graphemes.segment(text.replaceAll(control, ' '))) {
    width += wide.test(segment) ? 2 : 1
    if (width > columns) break
    shown += segment
  }
  return shown
}

/** The end of a text that fits: of what is being said the last words matter. */
export function fitEnd(text: string, columns: number): string {
  if (widthOf(text) <= columns) return fit(text, columns)
  const parts = Array.from(graphemes.segment(text.replaceAll(control, ' ')), (part) => part.segment)
  let width = 1
  let from = parts.length
  while (from > 0) {
    width += wide.test(parts[from - 1] ?? '') ? 2 : 1
    if (width > columns) break
    from--
  }
  return columns < 1 ? '' : `…${parts.slice(from).join('')}`
}

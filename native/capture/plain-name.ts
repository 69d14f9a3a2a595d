/** What a device calls itself comes from outside, often through the air: no name may steer a terminal or a page. */

// Control characters, line separators, and marks that turn the direction of the text that follows.
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g

/** Longer than any system lets people type. */
const mostCharacters = 200

/** A name on one line, as people can read it; a device that has none is called by its id. */
export function plainName({ id, name }: { readonly id: string; readonly name: string }): string {
  const plain = name.replaceAll(unprintable, ' ').trim()
  if (plain === '') return id
  const characters = Array.from(plain)
  if (characters.length <= mostCharacters) return plain
  return `${characters.slice(0, mostCharacters - 1).join('')}…`
}

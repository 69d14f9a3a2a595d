const wordInner = /[’‘ʼ`´]/g

/**
 * The text in lower case and with plain apostrophes, as long as it was: a place in the one is the same place in the other.
 */
export function plainLetters(text: string): string {
  const lower = text.toLowerCase()
  const sameLength =
    lower.length === text.length ? lower : Array.from(text, lowerOfSameLength).join('')
  return sameLength.replace(wordInner, "'")
}

function lowerOfSameLength(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

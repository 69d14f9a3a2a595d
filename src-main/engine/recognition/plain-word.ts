/** A word as it is compared: two decodes may differ in case and punctuation and yet have heard the same. */
export function plainWord(text: string): string {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}']/gu, '')
  return plain === '' ? text : plain
}

/** What was said stays what was said: no character of it is taken for mark-up. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>&#|~$]/g, String.raw`\$&`)
}

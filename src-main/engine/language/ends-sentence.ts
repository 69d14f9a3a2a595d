const sentenceEnd = /[.!?…。！？]["'”’)\]]*$/u

/** Whether a written word ends a sentence. */
export function endsSentence({ text }: { readonly text: string }): boolean {
  return sentenceEnd.test(text)
}

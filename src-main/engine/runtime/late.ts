/** Something that is loaded when it is first needed, and stays. A load that failed is tried again. */
export interface Late<Value> {
  get(): Promise<Value>
  /** What is there, or under way; null while nobody has needed it. */
  begun(): Promise<Value> | null
}

export function late<Value>(load: () => Promise<Value>): Late<Value> {
  let begun: Promise<Value> | null = null
  return {
    begun: () => begun,
    get() {
      begun ??= load().catch((error: unknown) => {
        begun = null
        throw error
      })
      return begun
    },
  }
}

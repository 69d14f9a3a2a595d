/** Tells every listener; a listener that throws does not keep the others from hearing. */
export interface Announcer<Event> {
  readonly tell: (event: Event) => void
  readonly subscribe: (listener: (event: Event) => void) => () => void
}

export function announcer<Event>(onBug: (error: unknown) => void): Announcer<Event> {
  const listeners = new Set<(event: Event) => void>()
  return {
    tell(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          onBug(error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

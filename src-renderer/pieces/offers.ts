/** What can be done at this moment, by what is on the screen; the palette lists it. */
import { useEffect, useRef } from 'react'
import type { ShortcutId } from '../state/shortcuts.ts'

interface Offer {
  readonly name: string
  readonly act: () => void
}

const byKeys = new Map<ShortcutId, () => (() => void) | null>()
const byName = new Map<symbol, () => Offer | null>()

/** What a shortcut would do now; null: nothing. */
export function actOf(id: ShortcutId): (() => void) | null {
  return byKeys.get(id)?.() ?? null
}

/** A shortcut's act, for as long as the returned function is not called. */
export function offerByKeys(id: ShortcutId, act: () => (() => void) | null): () => void {
  byKeys.set(id, act)
  return () => {
    if (byKeys.get(id) === act) byKeys.delete(id)
  }
}

/** What is offered besides, in the order in which it came to the screen. */
export function offersNow(): readonly Offer[] {
  return [...byName.values()].map((offer) => offer()).filter((offer) => offer !== null)
}

/** Offers something that has no keys of its own, while this is shown. Null: not at the moment. */
export function useOffer(name: string, act: (() => void) | null): void {
  const latest = useRef<Offer | null>(null)
  useEffect(() => {
    latest.current = act && { name, act }
  })
  useEffect(() => {
    const key = Symbol('offer')
    byName.set(key, () => latest.current)
    return () => void byName.delete(key)
  }, [])
}

/** What can be done at this moment, by what is on the screen; the palette lists it. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { ShortcutId } from '../state/shortcuts.ts'

interface Offer {
  readonly name: string
  readonly act: () => void
}

const byKeys = new Map<ShortcutId, () => (() => void) | null>()
const byName = new Map<symbol, Offer>()
const listeners = new Set<() => void>()
let version = 0

/** Whoever shows what can be done looks again. */
export function offersChanged(): void {
  version += 1
  for (const tell of listeners) tell()
}

/** What a shortcut would do now; null: nothing. */
export function actOf(id: ShortcutId): (() => void) | null {
  return byKeys.get(id)?.() ?? null
}

/** A shortcut's act, until the returned function is called. */
export function offerByKeys(id: ShortcutId, act: () => (() => void) | null): () => void {
  byKeys.set(id, act)
  offersChanged()
  return () => {
    if (byKeys.get(id) === act) byKeys.delete(id)
    offersChanged()
  }
}

/** What is offered besides, in the order in which it came to the screen; draws anew whenever anything offered changes. */
export function useOffers(): readonly Offer[] {
  useSyncExternalStore(subscribe, () => version)
  return [...byName.values()]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Offers something that has no keys of its own, while this is shown. Null: not at the moment. */
export function useOffer(name: string, act: (() => void) | null): void {
  const latest = useRef(act)
  const possible = act !== null
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!possible) return
    const key = Symbol(name)
    byName.set(key, { name, act: () => latest.current?.() })
    offersChanged()
    return () => {
      byName.delete(key)
      offersChanged()
    }
  }, [name, possible])
}

import { useSyncExternalStore } from 'react'
import { addressOf, parseRoute, type Route } from './route.ts'

const listeners = new Set<() => void>()
let route = parseRoute(window.location.hash)

function reread(): void {
  route = parseRoute(window.location.hash)
  for (const tell of listeners) tell()
}

window.addEventListener('hashchange', reread)

export function go(to: Route): void {
  window.location.hash = addressOf(to)
}

/** Changes the address without a new step in the browser's history, as while somebody types. */
export function goQuietly(to: Route): void {
  window.history.replaceState(null, '', addressOf(to))
  reread()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Where the page is, kept in the address. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => route)
}

/** Puts the chosen look on the document, before anything is painted and whenever it changes. */
import { type Appearance, dressFor, firstAppearance, parseAppearance } from '../state/appearance.ts'
import { recall, remember } from './memory.ts'

const memoryKey = 'rtstt.appearance'
const wantsContrast = window.matchMedia('(prefers-contrast: more)')
const listeners = new Set<() => void>()
let worn = parseAppearance(recall(memoryKey))

function dress(): void {
  const { theme, contrast, textSize } = dressFor(worn, wantsContrast.matches)
  const { dataset, style } = document.documentElement
  dataset['theme'] = theme
  dataset['contrast'] = contrast
  if (worn.textSize === firstAppearance.textSize) style.removeProperty('--text-size')
  else style.setProperty('--text-size', textSize)
}

dress()
wantsContrast.addEventListener('change', dress)

export function appearance(): Appearance {
  return worn
}

export function changeAppearance(change: Partial<Appearance>): void {
  worn = { ...worn, ...change }
  remember(memoryKey, JSON.stringify(worn))
  dress()
  for (const tell of listeners) tell()
}

export function onAppearance(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

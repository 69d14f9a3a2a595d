/** How far somebody has come in the first run, kept by the browser. */
import { parseProgress, type WelcomeProgress } from '../state/welcome.ts'
import { recall, remember } from './memory.ts'

const memoryKey = 'rtstt.welcome'
const listeners = new Set<() => void>()
let progress = parseProgress(recall(memoryKey))

export function welcomeProgress(): WelcomeProgress {
  return progress
}

export function changeWelcome(change: Partial<WelcomeProgress>): void {
  progress = { ...progress, ...change }
  remember(memoryKey, JSON.stringify(progress))
  for (const tell of listeners) tell()
}

export function onWelcome(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

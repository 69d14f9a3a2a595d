import { findLibraries } from '#native/recognition/recognition.ts'
import type { Libraries } from './backends.ts'

/** What is installed here; nothing of it is loaded into this process. */
export function installedLibraries(): Libraries {
  return findLibraries()
}

/** Compares what stands in the file with the hashes that were written beside it. */
import type { PlayerManifest } from './content.ts'

/** The parts that differ; null where this browser offers no hashes to a file from disk. */
export async function differingParts(): Promise<string[] | null> {
  const { subtle } = crypto as Partial<Crypto>
  if (!subtle) return null
  const { parts } = JSON.parse(contentOf('manifest')) as PlayerManifest
  const differing: string[] = []
  for (const name of ['text', 'sound', 'script', 'style']) {
    const bytes = new TextEncoder().encode(contentOf(name))
    const hash = new Uint8Array(await subtle.digest('SHA-256', bytes))
    const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
    if (hex !== parts[name]) differing.push(name)
  }
  return differing
}

export function contentOf(part: string): string {
  const elements = document.querySelectorAll(`[data-part="${part}"]`)
  return Array.from(elements, (element) => element.textContent).join('')
}

/** What lies on the clipboard, in all its forms, to be put back. */
import type { Clipboard, ClipboardItem } from 'electron'

export interface ClipboardParts {
  readonly clipboard: Pick<Clipboard, 'read' | 'readText' | 'write' | 'writeText'>
  readonly createItem: (forms: Record<string, Blob>) => ClipboardItem
}

/** Holds it in memory, since it is gone once something else is written; the answer puts it back. */
export async function saveClipboard({
  clipboard,
  createItem,
}: ClipboardParts): Promise<() => Promise<void>> {
  const items = await clipboard.read()
  const kept = await Promise.all(items.map(formsOf))
  const full = kept.filter((forms) => Object.keys(forms).length > 0)
  return () => clipboard.write(full.map((forms) => createItem(forms)))
}

async function formsOf(item: ClipboardItem): Promise<Record<string, Blob>> {
  const forms: Record<string, Blob> = {}
  for (const type of item.types) {
    // A form that the program behind it cannot give any more is left out.
    const form = await item.getType(type).catch(() => null)
    if (form instanceof Blob) forms[type] = form
  }
  return forms
}

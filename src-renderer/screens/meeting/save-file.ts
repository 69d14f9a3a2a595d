import type { ExportedFile } from '../../state/actions.ts'

/** Lets the browser, or the desktop window, save a text under its name. */
export function saveFile({ fileName, mediaType, text }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

import type { ExportedFile } from '#contract/export.ts'

/** Lets the browser, or the desktop window, save a file under its name. */
export function saveFile(file: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([contentOf(file)], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.fileName
  link.click()
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function contentOf({ encoding, content }: ExportedFile): string | Uint8Array<ArrayBuffer> {
  if (encoding === 'text') return content
  return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
}

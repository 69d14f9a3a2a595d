/** The `Content-Disposition` that makes a browser save a file under a name in any script. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const exact = encodeURIComponent(fileName.toWellFormed()).replace(/['()*]/g, percent)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
}

/** Text without a stated encoding is guessed at by browsers; ours is always UTF-8. */
export function withCharset(mediaType: string): string {
  return mediaType.includes('charset=') ? mediaType : `${mediaType}; charset=utf-8`
}

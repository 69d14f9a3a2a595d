/** The sound inside of the file, as something that can be heard. */

/** Puts the sound together piece by piece, so that the page stays quick meanwhile. */
export async function soundAddress(mediaType: string): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (const element of document.querySelectorAll('script[data-part="sound"]')) {
    pieces.push(bytesOf(element.textContent))
    await new Promise((resolve) => setTimeout(resolve))
  }
  return URL.createObjectURL(new Blob(pieces, { type: mediaType }))
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}

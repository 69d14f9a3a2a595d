/**
 * The computer that a path of Windows leads to, null for this one: opening such a file or pipe is a connection, which
 * tells that computer who asks.
 */
export function hostOfPath(
  path: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (platform !== 'win32') return null
  const [, long, plain] =
    /^[\\/]{2}(?:[?.][\\/]unc[\\/]([^\\/]+)|([^\\/?.][^\\/]*))/i.exec(path) ?? []
  return long ?? plain ?? null
}

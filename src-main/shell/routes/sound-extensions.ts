/** Files that the program opens, by the end of their names; those of `electron-builder.yml` are the same. */
export const soundExtensions: readonly string[] = [
  'wav',
  'mp3',
  'm4a',
  'aac',
  'flac',
  'ogg',
  'opus',
  'wma',
  'aiff',
  'webm',
  'mp4',
  'mkv',
  'mov',
]

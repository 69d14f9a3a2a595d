/** Many files as one archive. */
import { type AsyncZippable, zip } from 'fflate'
import { AppError } from '#contract/errors.ts'
import type { ExportedFile } from '#contract/export.ts'

/** Beyond it the archive would not fit into one message. */
const mostBytes = 300 * 1024 * 1024

export interface Archive {
  add(file: ExportedFile): void
  close(signal: AbortSignal): Promise<Uint8Array>
}

export function archive(): Archive {
  const files: AsyncZippable = {}
  let bytes = 0
  return {
    add(file) {
      const content = Buffer.from(file.content, file.encoding === 'text' ? 'utf8' : 'base64')
      bytes += content.length
      if (bytes > mostBytes) throw tooLarge()
      // What is packed already grows by packing it again.
      const level = file.encoding === 'base64' ? 0 : 6
      files[freeName(files, file.fileName)] = [content, { level }]
    },
    close: (signal) =>
      new Promise((resolve, reject) => {
        const stop = zip(files, (error, packed) => (error ? reject(error) : resolve(packed)))
        signal.addEventListener(
          'abort',
          () => {
            stop()
            reject(signal.reason)
          },
          { once: true },
        )
      }),
  }
}

/** Two meetings of one day may have one title. Systems that know no capitals must not see one name twice either. */
function freeName(files: AsyncZippable, wanted: string): string {
  const taken = new Set(Object.keys(files).map((name) => name.toLowerCase()))
  const dot = wanted.lastIndexOf('.')
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted.slice(0, dot)} (${number})${wanted.slice(dot)}`
    if (!taken.has(name.toLowerCase())) return name
  }
}

function tooLarge(): AppError {
  return new AppError(
    'invalid_input',
    'These meetings are too large for one archive. They are all kept. Export fewer at once, or without sound.',
  )
}

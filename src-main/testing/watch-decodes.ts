import type { Parts } from '#engine/parts.ts'
import type { DecodeRequest } from '#engine/recognition/recognizer.ts'

/** Notes what the recogniser is asked to decode, without changing it; `before` is told of each request first. */
export function watchDecodes(before: (request: DecodeRequest) => void = () => {}) {
  const requests: DecodeRequest[] = []
  const adapt = (parts: Parts): Parts => ({
    ...parts,
    recognizer: {
      ...parts.recognizer,
      decode(request, signal) {
        requests.push(request)
        before(request)
        return parts.recognizer.decode(request, signal)
      },
    },
  })
  return { requests, adapt }
}

/** Takes every model for one that knows many languages; the test model itself goes on writing English. */
export function withManyLanguages(parts: Parts): Parts {
  const { modelFiles } = parts
  return {
    ...parts,
    modelFiles: {
      ...modelFiles,
      async find(id) {
        const found = await modelFiles.find(id)
        return found && { ...found, languages: [] }
      },
    },
  }
}

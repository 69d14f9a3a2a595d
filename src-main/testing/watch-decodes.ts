import type { Parts } from '#engine/parts.ts'
import type { DecodeRequest, Decoding } from '#engine/recognition/recognizer.ts'

/** Notes what the recogniser is asked to decode and what it answers, without changing either; `before` is told of each request first. */
export function watchDecodes(before: (request: DecodeRequest) => void = () => {}) {
  const requests: DecodeRequest[] = []
  const decodings: Decoding[] = []
  const adapt = (parts: Parts): Parts => ({
    ...parts,
    recognizer: {
      ...parts.recognizer,
      async decode(request, signal) {
        requests.push(request)
        before(request)
        const decoding = await parts.recognizer.decode(request, signal)
        decodings.push(decoding)
        return decoding
      },
    },
  })
  return { requests, decodings, adapt }
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

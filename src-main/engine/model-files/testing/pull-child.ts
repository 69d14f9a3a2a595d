/** A program of its own that fetches `speech-a`, to be killed in the middle. */
import { createModelFiles } from '../model-files.node.ts'
import { parseCatalog } from '../catalog.ts'

const [origin = '', folder = '', bytes = '', sha256 = ''] = process.argv.slice(2)

const catalog = parseCatalog({
  version: 1,
  languageSets: {},
  models: [
    {
      id: 'speech-a',
      kind: 'speech',
      name: 'Speech A',
      file: 'model.bin',
      origin: 'catalog',
      url: `${origin}/owner/repo/model.bin`,
      mirrors: [],
      gated: false,
      bytes: Number(bytes),
      sha256,
      licence: null,
      languages: [],
      quantisation: null,
      runtime: 'whisper.cpp',
      memory: null,
      notes: null,
    },
  ],
})

const modelFiles = createModelFiles({ folder, bundledFolder: folder, catalog, env: {} })
await modelFiles.pull('speech-a', {
  onProgress: ({ receivedBytes }) => void process.stdout.write(`${receivedBytes}\n`),
})

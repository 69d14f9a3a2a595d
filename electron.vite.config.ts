import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { page } from './vite.config.ts'

const here = import.meta.dirname

/**
 * Builds what Electron itself loads: the shell, the preload script and the page. The engine's
 * process runs from its sources, as it does on the command line.
 */
export default defineConfig({
  main: {
    build: {
      outDir: resolve(here, 'out/main'),
      rollupOptions: {
        input: resolve(here, 'src-main/shell/main.ts'),
        output: { format: 'es', entryFileNames: 'main.js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      rollupOptions: {
        input: resolve(here, 'src-preload/preload.ts'),
        // A sandboxed script is loaded as CommonJS.
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: page,
})

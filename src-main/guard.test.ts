import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const entries = globSync('src-main/**/{*-process,*.worker}.ts', { cwd: root })
  .filter((path) => !/\.test\.|fixtures/.test(path))
  .map((path) => path.replaceAll('\\', '/'))

it('finds the entries of all processes and threads', () => {
  expect(entries.toSorted()).toEqual([
    'src-main/engine-process.ts',
    'src-main/engine/export/document.worker.ts',
    'src-main/engine/export/player-page.worker.ts',
    'src-main/engine/language/language-process.ts',
    'src-main/engine/recognition/recognition-process.ts',
    'src-main/engine/store/backup/copy-store.worker.ts',
  ])
})

it.each([...entries, 'src-main/shell/main.ts'])('closes the network first of all in %s', (path) => {
  const text = readFileSync(join(root, path), 'utf8')
  const [, first] = /^import (?:[^']* from )?'([^']+)'/m.exec(text) ?? []
  expect(first).toMatch(/^\.{1,2}\/(?:[./]*network\/closed\.node|guard)\.ts$/)
})

it('starts processes and threads only where it is known which', () => {
  const starting = globSync('src-main/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.ts$|\/(?:testing|fixtures)\//.test(path))
    .filter((path) =>
      /\bnew Worker\(|from 'node:child_process'|utilityProcess\.fork\(/.test(
        readFileSync(join(root, path), 'utf8'),
      ),
    )
  expect(starting.toSorted()).toEqual([
    'src-main/cli/open-browser.ts',
    'src-main/engine/export/document-thread.ts',
    'src-main/engine/export/player-page.ts',
    'src-main/engine/network/wrap-programs.node.ts',
    'src-main/engine/performance/graphics-usage.node.ts',
    'src-main/engine/runtime/fork-worker.ts',
    'src-main/engine/store/backup/copy-in-thread.ts',
    'src-main/shell/detect/system-microphone.ts',
    'src-main/shell/main.ts',
  ])
})

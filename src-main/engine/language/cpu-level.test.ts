import { expect, it } from 'vitest'
import { levelOf } from './cpu-level.ts'

it.each([
  [['/lib/libc.so.6', '/x/libggml-base.so', '/x/libggml-cpu-haswell.so'], 'haswell'],
  [['C:\\x\\ggml-cpu-skylakex.dll', 'C:\\y\\ggml-cpu-x64.dll'], 'skylakex'],
  [['C:\\x\\ggml-base.dll'], null],
])('finds the level in %j', (libraries, level) => {
  expect(levelOf(libraries)).toBe(level)
})

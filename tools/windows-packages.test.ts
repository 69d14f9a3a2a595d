import { expect, it } from 'vitest'
import { withoutWindows } from './windows-packages.mjs'

const linux = { version: '1.0.0', os: ['linux'], cpu: ['x64'] }
const windows = { version: '1.0.0', os: ['win32'], cpu: ['x64'] }
const native = {
  version: '1.0.0',
  optionalDependencies: { 'fast-linux': '1.0.0', 'fast-windows': '1.0.0' },
}

it.each([
  [
    'a package whose Windows build is missing',
    { 'node_modules/fast': native, 'node_modules/fast-linux': linux },
    ['fast@1.0.0'],
  ],
  [
    'a package whose only Windows build is for another processor',
    {
      'node_modules/fast': native,
      'node_modules/fast-linux': linux,
      'node_modules/fast-windows': { ...windows, cpu: ['arm64'] },
    },
    ['fast@1.0.0'],
  ],
  [
    'a package nested in another',
    {
      'node_modules/outer/node_modules/fast': native,
      'node_modules/outer/node_modules/fast/node_modules/fast-linux': linux,
    },
    ['fast@1.0.0'],
  ],
  [
    'nothing when both systems are served',
    {
      'node_modules/fast': native,
      'node_modules/fast-linux': linux,
      'node_modules/fast-windows': windows,
    },
    [],
  ],
  [
    'nothing for what only another system needs',
    { 'node_modules/watch': { version: '1.0.0', optionalDependencies: { fsevents: '2.0.0' } } },
    [],
  ],
])('names %s', (_, packages, expected) => {
  expect(withoutWindows(packages)).toEqual(expected)
})

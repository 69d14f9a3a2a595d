import { describe, expect, it } from 'vitest'
import { askingPart } from './asking-part.ts'
import { hostOfPath } from './host-of-path.ts'
import { decide, isAmong, isLoopback } from './target.ts'

describe('what stays on this computer', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.8.9.1', '::1', '[::1]', '::ffff:127.0.0.1'])(
    '%s does',
    (host) => expect(isLoopback(host)).toBe(true),
  )
  it.each([
    '',
    '0.0.0.0',
    '::',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '127.0.0.1.example.org',
    'localhost.',
    'a.localhost',
    '10.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1%eth0',
  ])('“%s” does not', (host) => expect(isLoopback(host)).toBe(false))
})

describe('who is let through', () => {
  const connection = { what: 'connection', host: 'models.example', port: 443 } as const
  it.each([
    [true, ['models.example'], 'refused'],
    [false, ['models.example'], 'allowed'],
    [false, ['*.example'], 'allowed'],
    [false, [], 'refused'],
    [false, ['*.models.example'], 'refused'],
  ] as const)('off: %s, opened: %j: %s', (isOff, hosts, verdict) =>
    expect(decide(connection, { isOff, hosts })).toBe(verdict),
  )

  it('lets nobody through by the end of a name alone', () => {
    expect(isAmong('evilhf.co', ['*.hf.co'])).toBe(false)
    expect(isAmong('a.HF.co', ['*.hf.co'])).toBe(true)
  })

  it('starts what it knows although all is off, and nothing else', () => {
    const started = (host: string) =>
      decide({ what: 'program', host, port: null }, { isOff: true, hosts: [] })
    expect(started('nvidia-smi')).toBe('allowed')
    expect(started('curl')).toBe('refused')
  })
})

describe('who asked', () => {
  const stack = (...paths: readonly string[]) =>
    ['Error: Who asked?', ...paths.map((path) => `    at work (${path}:1:2)`)].join('\n')

  it.each([
    [
      [
        'file:///home/anna/x/src-main/engine/network/guard.node.ts',
        'node:net',
        'file:///home/anna/x/node_modules/undici/lib/a.js',
      ],
      'undici',
    ],
    [['C:\\Users\\Anna\\app\\node_modules\\@scope\\name\\a.js'], '@scope/name'],
    [['file:///home/anna/x/src-main/engine/model-files/a.ts'], 'model-files'],
    [['file:///home/anna/x/src-main/cli/serve.ts'], 'cli'],
    [['node:net', 'file:///home/anna/elsewhere.ts'], null],
  ])('%j is %s', (paths, part) => expect(askingPart(stack(...paths))).toBe(part))
})

describe('which computer a path leads to', () => {
  it.each([
    ['\\\\server\\share\\a.wav', 'server'],
    ['//server/share/a.wav', 'server'],
    ['\\\\?\\UNC\\server\\share\\a.wav', 'server'],
    ['\\\\203.0.113.7@80\\share\\a.wav', '203.0.113.7@80'],
    ['\\\\.\\pipe\\rtstt', null],
    ['\\\\?\\C:\\a.wav', null],
    ['C:\\a.wav', null],
    ['a.wav', null],
  ])('%s on Windows: %s', (path, host) => expect(hostOfPath(path, 'win32')).toBe(host))

  it('is this one everywhere else', () => expect(hostOfPath('//server/a.wav', 'linux')).toBeNull())
})

import { expect, it, vi } from 'vitest'
import type { NetworkAttempt } from '#contract/network.ts'
import { closeNetwork } from './close-network.ts'
import { harden, type Hardened } from './harden.ts'

type Decide = (answer: { readonly cancel: boolean }) => void

function setUp() {
  let ask = (_: { readonly url: string }, __: Decide): void => {}
  let download = (_: { preventDefault(): void }, __: { readonly getURL: () => string }): void => {}
  const attempted = vi.fn<(attempt: NetworkAttempt) => void>()
  const setSpellCheckerEnabled = vi.fn<(isOn: boolean) => void>()
  const webRequest = { onBeforeRequest: (listener: never) => void (ask = listener) }
  const session = {
    setSpellCheckerEnabled,
    webRequest: webRequest as never,
    on: (_: 'will-download', listener: typeof download) => void (download = listener),
  }
  const isPage = (url: string): boolean => url.startsWith('app://rtstt/')
  closeNetwork(session, { isPage, attempted })
  return {
    attempted,
    setSpellCheckerEnabled,
    isCancelled(url: string): boolean {
      const answers: boolean[] = []
      ask({ url }, ({ cancel }) => answers.push(cancel))
      expect(answers).toHaveLength(1)
      return answers[0] === true
    },
    isKept(url: string): boolean {
      const event = { preventDefault: vi.fn<() => void>() }
      download(event, { getURL: () => url })
      return event.preventDefault.mock.calls.length === 0
    },
  }
}

it.each(['app://rtstt/index.html', 'blob:app://rtstt/1', 'data:text/plain,a'])(
  'lets the page have %s',
  (url) => {
    const { isCancelled, isKept, attempted } = setUp()
    expect([isCancelled(url), isKept(url)]).toEqual([false, true])
    expect(attempted).not.toHaveBeenCalled()
  },
)

it.each([
  ['https://example.org/a?b=c', 'example.org', null],
  ['http://127.0.0.1:9/', '127.0.0.1', 9],
  ['wss://example.org:99/', 'example.org', 99],
  ['file:///etc/passwd', 'file:', null],
  ['app://other/', 'other', null],
  ['nonsense', 'unknown:', null],
])('keeps %s from the page and tells of it', (url, host, port) => {
  const { isCancelled, isKept, attempted } = setUp()
  expect([isCancelled(url), isKept(url)]).toEqual([true, false])
  expect(attempted.mock.calls).toEqual([
    [expect.objectContaining({ by: 'page', what: 'request', host, port, allowed: false })],
  ])
})

it('fetches no dictionaries', () =>
  expect(setUp().setSpellCheckerEnabled).toHaveBeenCalledWith(false))

it.each([true, false])('is sandboxed and quiet before it begins; packaged: %s', (isPackaged) => {
  const appended = new Map<string, string | undefined>()
  const removed: string[] = []
  const enableSandbox = vi.fn<() => void>()
  const commandLine = {
    appendSwitch: (name: string, value?: string) => void appended.set(name, value),
    removeSwitch: (name: string) => void removed.push(name),
  }
  harden({ enableSandbox, isPackaged, commandLine } as unknown as Hardened)
  expect(enableSandbox).toHaveBeenCalledOnce()
  expect(appended.has('disable-component-update')).toBe(true)
  expect(appended.get('host-resolver-rules')).toMatch(/^MAP \* ~NOTFOUND/)
  expect(removed.includes('remote-debugging-port')).toBe(isPackaged)
})

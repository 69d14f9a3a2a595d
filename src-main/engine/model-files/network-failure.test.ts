import { expect, it } from 'vitest'
import { networkFailure } from './network-failure.ts'

const failure = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

it.each([
  ['a cut connection', failure('ECONNRESET'), true, /cut/],
  [
    'a cut connection inside another error',
    new Error('a', { cause: failure('EPIPE') }),
    true,
    /cut/,
  ],
  ['silence', failure('UND_ERR_BODY_TIMEOUT'), true, /nothing came/],
  ['an unknown name', failure('ENOTFOUND'), true, /online\?/],
  ['a closed port', failure('ECONNREFUSED'), true, /refused/],
  ['a foreign certificate', failure('SELF_SIGNED_CERT_IN_CHAIN'), false, /NODE_EXTRA_CA_CERTS/],
  ['an old certificate', failure('CERT_HAS_EXPIRED'), false, /CERT_HAS_EXPIRED/],
  ['a strict proxy', failure('UND_ERR_ABORTED', 'Proxy response (407)'), false, /HTTPS_PROXY/],
])('explains %s', (_, error, passes, reason) => {
  expect(networkFailure(error)).toEqual({ passes, reason: expect.stringMatching(reason) })
})

it.each([
  ['a bug', new TypeError('not a function')],
  ['a failure of the disk', failure('ENOSPC')],
  ['something that is no error', 'failed'],
])('does not take %s for the network', (_, error) => {
  expect(networkFailure(error)).toBeNull()
})

import { expect, it } from 'vitest'
import { forwardProxy } from './testing/forward-proxy.ts'
import { catalogOf, modelBench, sha256, someBytes } from './testing/model-bench.ts'
import { cutAfter, moodyServer, redirectTo, status } from './testing/moody-server.ts'

const token = 'hf_do_not_tell_anybody'

it('goes through the proxy of the environment, and goes on through it after a cut', async () => {
  const proxy = await forwardProxy()
  const address = proxy.origin.replace('//', '//user:secret@')
  const { server, pull, onDisk, content } = await modelBench({
    env: { HTTP_PROXY: address },
  })
  server.next(cutAfter(100_000))
  await pull()
  expect(await onDisk()).toEqual(content)
  expect(server.requests).toHaveLength(2)
  expect(proxy.seen).toHaveLength(2)
  expect(proxy.credentials[0]).toBe(`Basic ${btoa('user:secret')}`)
})

it('goes past the proxy to hosts of NO_PROXY', async () => {
  const proxy = await forwardProxy()
  const { pull } = await modelBench({ env: { http_proxy: proxy.origin, no_proxy: '127.0.0.1' } })
  await pull()
  expect(proxy.seen).toEqual([])
})

it('says that the proxy wants a password, without telling the one it has', async () => {
  const proxy = await forwardProxy({ refuse: true })
  const catalog = () => catalogOf({ origin: 'https://models.invalid' })
  const env = { HTTPS_PROXY: proxy.origin.replace('//', '//user:secret@') }
  const { pull } = await modelBench({ env, catalog })
  const error = await pull().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    code: 'download_failed',
    message: expect.stringContaining('the proxy refuses the connection'),
  })
  expect(proxy.seen).toEqual(['models.invalid:443'])
  expect(everythingIn(error)).not.toContain('secret')
})

it('says that a proxy address is none', async () => {
  const { pull } = await modelBench({ env: { HTTP_PROXY: 'user:secret@nowhere:port' } })
  const error = await pull().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    code: 'download_failed',
    message: 'HTTP_PROXY or HTTPS_PROXY does not hold the address of a proxy.',
  })
})

it('shows the hub token to the own host of the model only, never to where it redirects', async () => {
  const { server, pull, content } = await modelBench({ env: { HF_TOKEN: token } })
  const store = await moodyServer({ bytes: content, etag: '"store"' })
  server.next(redirectTo(`${store.origin}/blob`))
  await pull()
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`)
  expect(store.requests).toHaveLength(1)
  expect(store.requests[0]?.headers.authorization).toBeUndefined()
})

it('shows the hub token to no mirror', async () => {
  const mirror = await moodyServer({ bytes: someBytes(300_000), etag: null })
  const { server, pull } = await modelBench({ env: { HF_TOKEN: token }, mirror })
  server.next(status(404))
  await pull()
  expect(mirror.requests[0]?.headers.authorization).toBeUndefined()
})

it('keeps the hub token out of errors and of what the disk keeps', async () => {
  const { server, pull } = await modelBench({ env: { HF_TOKEN: token } })
  server.next(status(403))
  const error = await pull().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    message: expect.stringContaining('check that the account of HF_TOKEN has accepted it'),
  })
  expect(everythingIn(error)).not.toContain(token)
})

it('asks only the replacement that RTSTT_MODEL_MIRROR names, under the same path', async () => {
  const content = someBytes(300_000)
  const mirror = await moodyServer({ bytes: content, etag: null })
  const catalog = () =>
    catalogOf({ origin: 'https://models.invalid', bytes: 300_000, sha256: sha256(content) })
  const env = { RTSTT_MODEL_MIRROR: `${mirror.origin}/hub/`, HF_TOKEN: token }
  const { pull, onDisk } = await modelBench({ env, catalog })
  await pull()
  expect(await onDisk()).toEqual(content)
  expect(mirror.requests.map(({ url }) => url)).toEqual(['/hub/owner/repo/model.bin'])
  expect(mirror.requests[0]?.headers.authorization).toBeUndefined()
})

it('says when a name cannot be looked up or a connection is refused', async () => {
  const nowhere = await modelBench({
    catalog: () => catalogOf({ origin: 'http://models.invalid' }),
  })
  await expect(nowhere.pull()).rejects.toMatchObject({
    code: 'download_failed',
    message: expect.stringContaining('is this computer online?)'),
  })
  const closed = await modelBench({ catalog: () => catalogOf({ origin: 'http://127.0.0.1:1' }) })
  await expect(closed.pull()).rejects.toMatchObject({
    message: expect.stringContaining('the connection was refused'),
  })
})

/** Message, stack and causes, as deep as they go. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const fields = JSON.stringify(error, Object.getOwnPropertyNames(error))
  return `${fields} ${error.stack} ${everythingIn(error.cause)}`
}

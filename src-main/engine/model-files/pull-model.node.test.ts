import { readdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { modelBench, someBytes } from './testing/model-bench.ts'
import {
  claimLength,
  cutAfter,
  hang,
  hangAfter,
  ignoreRange,
  moodyServer,
  redirectTo,
  sendChunked,
  status,
} from './testing/moody-server.ts'

it('fetches a model, puts it in its place and leaves nothing else behind', async () => {
  const { pull, onDisk, content, target, told } = await modelBench()
  const model = await pull()
  expect(model).toMatchObject({ id: 'speech-a', state: 'present', hash: 'published', path: target })
  expect(await onDisk()).toEqual(content)
  expect(await readdir(dirname(target))).toEqual(['model.bin'])
  expect(told.at(0)?.phase).toBe('fetching')
  expect(told.at(-1)).toEqual({
    receivedBytes: content.length,
    totalBytes: content.length,
    phase: 'checking',
  })
})

it('answers at once for a present and intact model, and fetches a damaged one anew', async () => {
  const { pull, onDisk, content, target, server } = await modelBench()
  await pull()
  await pull()
  expect(server.requests).toHaveLength(1)
  await writeFile(target, 'not the model any more')
  await pull()
  expect(await onDisk()).toEqual(content)
})

it('goes on where a cut connection ended, as often as it is cut', async () => {
  const { server, pull, onDisk, content, ranges, waits, told } = await modelBench()
  server.next(cutAfter(100_000), cutAfter(50_000), cutAfter(0), cutAfter(1))
  await pull()
  expect(await onDisk()).toEqual(content)
  const froms = ranges().map((range) => Number(/\d+/.exec(range ?? '0')?.[0]))
  expect(froms.at(0)).toBe(0)
  expect(froms.at(-1)).toBeGreaterThan(0)
  expect(froms).toEqual(froms.toSorted((a, b) => a - b))
  expect(waits).toHaveLength(4)
  expect(told.some(({ phase }) => phase === 'waiting')).toBe(true)
  expect(server.requests.at(-1)?.headers['if-range']).toBe('"one"')
})

it('starts again when the server ignores ranges', async () => {
  const { server, pull, onDisk, content, told } = await modelBench()
  server.next(cutAfter(200_000), ignoreRange())
  await pull()
  expect(await onDisk()).toEqual(content)
  const received = told.filter(({ phase }) => phase === 'fetching')
  expect(received.at(0)?.receivedBytes).toBe(0)
})

it('starts again when the file changed between two tries', async () => {
  const { server, pull, onDisk } = await modelBench({ published: false })
  const changed = someBytes(300_000, 99)
  server.next(cutAfter(200_000), (_request, response, file) => {
    file.bytes = changed
    file.etag = '"two"'
    response.writeHead(200, { etag: '"two"', 'content-length': changed.length })
    response.end(changed)
  })
  await pull()
  expect(await onDisk()).toEqual(changed)
})

it('leaves nothing of a longer file behind a shorter one', async () => {
  const { server, pull, onDisk } = await modelBench({ published: false })
  const shorter = someBytes(100_000, 99)
  server.next(cutAfter(200_000), (_request, response, file) => {
    file.bytes = shorter
    response.writeHead(200, { etag: '"two"', 'content-length': shorter.length })
    response.end(shorter)
  })
  await pull()
  expect(await onDisk()).toEqual(shorter)
})

it('never stitches two versions together when the server ignores If-Range', async () => {
  const { server, pull, onDisk } = await modelBench({ published: false })
  const changed = someBytes(300_000, 99)
  server.next(cutAfter(200_000), (_request, response, file) => {
    file.bytes = changed
    file.etag = '"two"'
    response.writeHead(206, {
      etag: '"two"',
      'content-range': 'bytes 200000-299999/300000',
      'content-length': 100_000,
    })
    response.end(changed.subarray(200_000))
  })
  await pull()
  expect(await onDisk()).toEqual(changed)
})

it('gives up with a sentence when no try brings a new byte, and keeps what came', async () => {
  const { server, pull, partOnDisk, waits } = await modelBench()
  server.next(cutAfter(100_000), ...Array.from({ length: 10 }, () => cutAfter(0)))
  await expect(pull()).rejects.toMatchObject({
    code: 'download_failed',
    message: expect.stringMatching(/127\.0\.0\.1:\d+: the connection was cut.*try again later/),
  })
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16000])
  expect((await partOnDisk()).length).toBeGreaterThan(0)
})

it('throws wrong bytes away and says so', async () => {
  const { server, pull, target } = await modelBench()
  server.file.bytes = someBytes(300_000, 3)
  await expect(pull()).rejects.toMatchObject({
    code: 'model_broken',
    message: expect.stringContaining('checksum is wrong'),
  })
  expect(await readdir(dirname(target))).toEqual([])
})

it('mends a download that went on from bytes of another file', async () => {
  const { server, pull, onDisk, content, target } = await modelBench()
  server.next(hangAfter(0))
  const stop = new AbortController()
  const stopped = pull(stop.signal)
  await expect.poll(() => server.requests.length).toBe(1)
  stop.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  await writeFile(`${target}.part`, someBytes(150_000, 5))
  const note = { source: 'http://elsewhere/x', etag: null, totalBytes: 300_000 }
  await writeFile(`${target}.part.json`, JSON.stringify(note))
  await pull()
  expect(server.requests.map(({ headers }) => headers.range)).toContain('bytes=150000-')
  expect(await onDisk()).toEqual(content)
})

it.each([
  ['too long', 400_000],
  ['too short', 200_000],
])('refuses a server that claims a length that is %s', async (_, length) => {
  const { server, pull, target } = await modelBench()
  server.next(claimLength(length))
  await expect(pull()).rejects.toMatchObject({
    code: 'download_failed',
    message: expect.stringContaining(`its file has ${length} bytes instead of 300000`),
  })
  expect(await readdir(dirname(target))).toEqual([])
})

it('does not let a server without lengths fill the disk', async () => {
  const { server, pull } = await modelBench()
  server.next(sendChunked(someBytes(600_000)))
  await expect(pull()).rejects.toMatchObject({
    code: 'download_failed',
    message: expect.stringContaining('more than the 300000 bytes'),
  })
})

it.each([401, 403])('says where to accept the licence at status %i', async (code) => {
  const { server, pull } = await modelBench()
  server.next(status(code))
  await expect(pull()).rejects.toMatchObject({
    code: 'download_failed',
    message: expect.stringMatching(/Accept its licence on .* and set HF_TOKEN/),
  })
  expect(server.requests).toHaveLength(1)
})

it('does not ask again for a file that is gone', async () => {
  const { server, pull } = await modelBench()
  server.next(status(404))
  await expect(pull()).rejects.toMatchObject({
    message: expect.stringContaining('no longer there'),
  })
  expect(server.requests).toHaveLength(1)
})

it('waits as long as a busy server asks', async () => {
  const { server, pull, waits } = await modelBench()
  server.next(status(429, { 'retry-after': '7' }), status(503), status(500))
  await expect(pull()).resolves.toMatchObject({ state: 'present' })
  expect(waits).toEqual([7000, 2000, 4000])
})

it('gives up when a busy server asks for too much patience', async () => {
  const { server, pull, waits } = await modelBench()
  server.next(status(429, { 'retry-after': '3600' }))
  await expect(pull()).rejects.toMatchObject({
    message: expect.stringContaining('it asks to come back in 60 minutes'),
  })
  expect(waits).toEqual([])
})

it('takes the next source when one cannot help', async () => {
  const content = someBytes(300_000)
  const mirror = await moodyServer({ bytes: content, etag: '"mirror"' })
  const { server, pull, onDisk } = await modelBench({ mirror })
  server.next(status(404))
  await pull()
  expect(await onDisk()).toEqual(content)
  expect(mirror.requests).toHaveLength(1)
})

it('goes on at the mirror with the bytes of a source that broke down, because a hash vouches', async () => {
  const mirror = await moodyServer({ bytes: someBytes(300_000), etag: '"mirror"' })
  const { server, pull, onDisk, content } = await modelBench({ mirror })
  server.next(cutAfter(120_000), status(410))
  await pull()
  expect(await onDisk()).toEqual(content)
  expect(mirror.requests[0]?.headers.range).toMatch(/^bytes=\d+-$/)
  expect(mirror.requests[0]?.headers['if-range']).toBeUndefined()
})

it.each([
  ['before the answer', hang],
  ['in the middle of the file', hangAfter(100_000)],
])('gives a silent connection up %s and tries again', async (_, mood) => {
  const { server, pull, onDisk, content, waits } = await modelBench({ idleMs: 300 })
  server.next(mood)
  await pull()
  expect(await onDisk()).toEqual(content)
  expect(waits).toEqual([1000])
})

it('checks the disk before the first byte', async () => {
  const { server, pull } = await modelBench({ freeBytes: async () => 10_000_000 })
  await expect(pull()).rejects.toMatchObject({
    code: 'disk_full',
    message: expect.stringContaining('10 MB are free'),
  })
  expect(server.requests).toHaveLength(0)
})

it('checks the disk as soon as the server tells a size nobody had published', async () => {
  const { pull } = await modelBench({ published: false, freeBytes: async () => 10_000_000 })
  await expect(pull()).rejects.toMatchObject({ code: 'disk_full' })
})

it('pins the hash of a model without a published one, and holds on to it', async () => {
  const { pull, modelFiles, content, target, server } = await modelBench({ published: false })
  await expect(pull()).resolves.toMatchObject({ hash: 'pinned', sizeBytes: content.length })
  await expect(modelFiles.verify()).resolves.toMatchObject([{ verdict: 'intact' }])
  await writeFile(target, 'changed behind our back')
  await expect(modelFiles.verify()).resolves.toMatchObject([{ verdict: 'damaged' }])
  server.file.bytes = someBytes(300_000, 42)
  await expect(pull()).rejects.toMatchObject({ code: 'model_broken' })
})

it('does not take a log-in page for a model', async () => {
  const { server, pull } = await modelBench({ published: false })
  server.next(sendChunked(Buffer.from('<!DOCTYPE html><title>Please log in</title>')))
  await expect(pull()).rejects.toMatchObject({
    code: 'model_broken',
    message: expect.stringContaining('a web page'),
  })
})

it('follows redirects to another host', async () => {
  const { server, pull, onDisk, content } = await modelBench()
  const store = await moodyServer({ bytes: content, etag: '"store"' })
  server.next(redirectTo(`${store.origin}/blob?signature=secret`))
  await pull()
  expect(await onDisk()).toEqual(content)
})

it('gives up on a circle of redirects', async () => {
  const { server, pull } = await modelBench()
  server.next(...Array.from({ length: 10 }, () => redirectTo('/owner/repo/model.bin')))
  await expect(pull()).rejects.toMatchObject({ message: expect.stringContaining('to the next') })
})

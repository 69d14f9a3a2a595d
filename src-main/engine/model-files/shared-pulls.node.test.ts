import { expect, it } from 'vitest'
import type { PullProgress } from './model-files.ts'
import { modelBench } from './testing/model-bench.ts'
import { hangAfter } from './testing/moody-server.ts'

it('stops when asked, keeps what came and goes on from there', async () => {
  const { server, pull, content, onDisk, arrived, told } = await modelBench()
  server.next(hangAfter(100_000))
  const stop = new AbortController()
  const pulling = pull(stop.signal)
  await arrived(100_000)
  stop.abort()
  await expect(pulling).rejects.toMatchObject({ code: 'cancelled' })
  expect(told.at(-1)?.totalBytes).toBe(content.length)
  await pull()
  expect(server.requests.at(-1)?.headers.range).toBe('bytes=100000-')
  expect(await onDisk()).toEqual(content)
})

it('fetches once when two ask at the same time, and tells both', async () => {
  const { modelFiles, server, pull, told } = await modelBench()
  const heard: string[] = []
  const other = modelFiles.pull('speech-a', { onProgress: ({ phase }) => void heard.push(phase) })
  const [first, second] = await Promise.all([pull(), other])
  expect(first).toEqual(second)
  expect(server.requests).toHaveLength(1)
  expect(told.length).toBeGreaterThan(0)
  expect(heard).toContain('checking')
})

it('goes on for the one who stays when the other gives up', async () => {
  const { modelFiles, server, pull, arrived, onDisk, content } = await modelBench({
    idleMs: 500,
  })
  server.next(hangAfter(100_000))
  const stop = new AbortController()
  const impatient = pull(stop.signal)
  const patient = modelFiles.pull('speech-a', { onProgress: () => {} })
  await arrived(100_000)
  stop.abort()
  await expect(impatient).rejects.toMatchObject({ code: 'cancelled' })
  await expect(patient).resolves.toMatchObject({ state: 'present' })
  expect(await onDisk()).toEqual(content)
})

it('tells who joins late where the download is', async () => {
  const { modelFiles, server, pull, arrived } = await modelBench()
  server.next(hangAfter(100_000))
  const stops = [new AbortController(), new AbortController()] as const
  const first = pull(stops[0].signal)
  await arrived(100_000)
  const heard: PullProgress[] = []
  const onProgress = (progress: PullProgress) => void heard.push(progress)
  const second = modelFiles.pull('speech-a', { onProgress, signal: stops[1].signal })
  await expect.poll(() => heard.at(0)).toMatchObject({ phase: 'fetching', totalBytes: 300_000 })
  for (const stop of stops) stop.abort()
  await expect(first).rejects.toMatchObject({ code: 'cancelled' })
  await expect(second).rejects.toMatchObject({ code: 'cancelled' })
})

it('begins anew for someone who asks while the last download is being stopped', async () => {
  const { server, pull, arrived } = await modelBench()
  server.next(hangAfter(100_000))
  const stop = new AbortController()
  const stopped = pull(stop.signal)
  await arrived(100_000)
  stop.abort()
  const next = pull()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  await expect(next).resolves.toMatchObject({ state: 'present' })
})

it('keeps a second program away from a download under way, and from its files', async () => {
  const { server, pull, folder, modelFiles, arrived } = await modelBench()
  server.next(hangAfter(1000))
  const stop = new AbortController()
  const pulling = pull(stop.signal)
  await arrived(1000)
  await expect(modelFiles.remove('speech-a')).rejects.toMatchObject({ code: 'invalid_input' })
  const other = await modelBench({ folder })
  await expect(other.pull()).rejects.toMatchObject({
    code: 'download_failed',
    message: expect.stringContaining('Another RTSTT program'),
  })
  stop.abort()
  await expect(pulling).rejects.toMatchObject({ code: 'cancelled' })
  await expect(pull()).resolves.toMatchObject({ state: 'present' })
})

import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { MeetingId } from '#contract/ids.ts'
import { memoryChannel } from '#wire/memory-channel.ts'
import { serve } from '#wire/serve.ts'
import { pageSounds, soundWish } from './page-sounds.ts'

const meetingId = MeetingId.parse(randomUUID())
const total = 44 + 3000 * 32

function setUp(fail: AppError | null = null) {
  const clip: EngineApi['meeting.clip'] = async ({ fromMs, toMs, track }) => {
    if (fail) throw fail
    const sound = (track ?? 'a').slice(0, 1).repeat(32 * (Math.min(toMs, 3000) - fromMs))
    const base64 = Buffer.from(`${'h'.repeat(44)}${sound}`).toString('base64')
    return { fromMs, toMs, wholeMs: 3000, mediaType: 'audio/wav', base64 }
  }
  const closed = vi.fn<() => void>()
  const play = pageSounds(() => {
    const [near, far] = memoryChannel()
    far.onClose(closed)
    // The one command that is used: nothing else of the engine is there.
    serve({ api: { 'meeting.clip': clip } as EngineApi, subscribe: () => () => {} }, far)
    return near
  })
  const ask = async (path: string, range: string | null = null, method = 'GET') => {
    const request = new Request(`app://rtstt${path}`, range ? { headers: { range } } : {})
    const wish = soundWish(request)
    return wish && play(wish, method)
  }
  return { ask, closed }
}

const address = `/meetings/${meetingId}/sound`

it.each([
  ['a file of the page', '/index.html'],
  ['no meeting', '/meetings/1/sound'],
  ['no track', `${address}?track=other`],
  ['something else of a meeting', `/meetings/${meetingId}/export/txt`],
])('knows that %s is no sound', async (_, path) => {
  expect(await setUp().ask(path)).toBeNull()
})

it('plays from any place, and lets the engine go with the answer', async () => {
  const { ask, closed } = setUp()
  const answer = await ask(`${address}?track=them`, 'bytes=64000-64003')
  expect(answer?.status).toBe(206)
  expect(answer?.headers.get('content-range')).toBe(`bytes 64000-64003/${total}`)
  expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(closed).not.toHaveBeenCalled()
  expect(await answer?.text()).toBe('tttt')
  expect(closed).toHaveBeenCalledOnce()
})

it('lets the engine go when nobody listens any more', async () => {
  const { ask, closed } = setUp()
  const answer = await ask(address)
  await answer?.body?.cancel()
  expect(closed).toHaveBeenCalledOnce()
})

it('tells how long it is to who asks for that only', async () => {
  const { ask, closed } = setUp()
  const answer = await ask(address, null, 'HEAD')
  expect(answer?.headers.get('content-length')).toBe(`${total}`)
  expect(answer?.body).toBeNull()
  expect(closed).toHaveBeenCalledOnce()
})

it.each([
  ['there is no sound', 'file_missing', 404],
  ['the engine went away', 'engine_gone', 503],
] as const)('says that %s', async (_, code, status) => {
  const { ask, closed } = setUp(new AppError(code, 'Why.'))
  const answer = await ask(address)
  expect(answer?.status).toBe(status)
  expect(await answer?.text()).toBe('Why.')
  expect(closed).toHaveBeenCalledOnce()
})

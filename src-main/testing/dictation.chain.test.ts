import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { realEngine, sample } from './real-engine.ts'

const wish = { model: null, language: 'auto' } as const

/** A folder for what is kept for a moment, so that nobody else's is looked at. */
async function ownScratches() {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder)
  return {
    left: () => readdirSync(folder).filter((name) => name.startsWith('rtstt-scratch-')),
    async [Symbol.asyncDispose]() {
      vi.unstubAllEnvs()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** An engine whose microphone hears a bundled sample, to its end also where it is stopped before. */
const hearing = (name: string) =>
  realEngine({
    adapt: (parts) => ({
      ...parts,
      async openSource() {
        const path = sample(name)
        const choice = { kind: 'file', path, pace: 'fast', channels: 'mix' } as const
        return { ...(await parts.openSource(choice)), stop: () => {} }
      },
    }),
  })

it('gives what was said, from its first word on, and keeps and tells nothing', async () => {
  await using scratches = await ownScratches()
  await using engine = await hearing('four-sentences.wav')
  await engine.api['dictation.start'](wish)
  await expect(engine.api['dictation.start'](wish)).rejects.toMatchObject({ code: 'meeting_busy' })
  const heard = readFileSync(sample('four-sentences.txt'), 'utf8').trim()
  const { text } = await engine.api['dictation.stop']({})
  expect(text).toBe(heard)
  expect(await engine.api['meeting.list']({})).toEqual([])
  expect(engine.events).toEqual([])
  expect(scratches.left()).toEqual([])
  await expect(engine.api['dictation.stop']({})).rejects.toMatchObject({ code: 'not_listening' })
})

it('leaves nothing behind when the engine ends in the middle', async () => {
  await using scratches = await ownScratches()
  {
    await using engine = await hearing('meeting-60s.wav')
    await engine.api['dictation.start'](wish)
    expect(scratches.left()).toHaveLength(1)
  }
  expect(scratches.left()).toEqual([])
})

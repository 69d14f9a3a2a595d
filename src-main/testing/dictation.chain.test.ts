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

/** An engine whose microphone hears a bundled sample. */
const hearing = (name: string) =>
  realEngine({
    adapt: (parts) => ({
      ...parts,
      openSource: () =>
        parts.openSource({ kind: 'file', path: sample(name), pace: 'fast', channels: 'mix' }),
    }),
  })

it('gives what was said, from its first word on, and keeps and tells nothing', async () => {
  await using scratches = await ownScratches()
  await using engine = await hearing('four-sentences.wav')
  await engine.api['dictation.start'](wish)
  await expect(engine.api['dictation.start'](wish)).rejects.toMatchObject({ code: 'meeting_busy' })
  const heard = readFileSync(sample('four-sentences.txt'), 'utf8').trim()
  const { text } = await engine.api['dictation.stop']({})
  expect(text).not.toBe('')
  expect(heard.startsWith(text.split(' ').slice(0, 3).join(' '))).toBe(true)
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

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Source } from '#contract/meeting.ts'
import { realEngine } from './real-engine.ts'
import type { Room } from './room.ts'
import { makeScene, type SceneWishes, stereoWav } from './two-track-scene.ts'
import { wordErrorRate, wordErrors } from './word-errors.ts'

const timeout = 120_000
const desk: Room = { delayMs: 3, levelDb: -3.2, tailMs: 0, device: 'clean' }
const asked = { title: null, model: 'test-speech-en', language: 'en' } as const

const live = (source: Source) => ({
  ...asked,
  source,
  stopAfterSilenceMs: null,
  vocabulary: [],
  finalPass: 'off' as const,
})

async function setUp(wishes: SceneWishes) {
  const engine = await realEngine()
  const scene = makeScene(wishes)
  const path = join(engine.data, 'scene.wav')
  await writeFile(path, stereoWav(scene))
  const source = { kind: 'file', path, pace: 'fast', channels: 'split' } as const
  return { engine, scene, source }
}

const textOf = (segments: ReadonlyArray<{ track: string; text: string }>, track: string): string =>
  segments
    .filter((segment) => segment.track === track)
    .map(({ text }) => text)
    .join(' ')

describe('a microphone that hears the loudspeaker', () => {
  it('repeats nothing of a live meeting, on the screen or in the text', { timeout }, async () => {
    const wishes = { seconds: 21, talk: 'none', room: desk, noiseDb: -60 } as const
    const { engine, scene, source } = await setUp(wishes)
    await using _ = engine
    const { id: meetingId } = await engine.api['meeting.start'](live(source))
    const { meeting } = await engine.heard('meeting.stopped')
    expect(meeting).toMatchObject({ state: 'done', unreadMs: 0 })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    const shown = engine.events.filter(
      (event) => event.type === 'hypothesis.changed' && event.track === 'me' && event.hypothesis,
    )
    expect(shown).toEqual([])
    const said = scene.saidByThem.map(({ text }) => text).join(' ')
    expect(wordErrorRate([wordErrors(said, textOf(segments, 'them'))])).toBeLessThan(0.1)
    expect(textOf(segments, 'me')).toBe('')
  })

  it('repeats nothing of a file that is read to its end', { timeout }, async () => {
    const wishes = { seconds: 21, talk: 'none', room: desk, noiseDb: -60 } as const
    const { engine, source } = await setUp(wishes)
    await using _ = engine
    const { path, channels } = source
    const { segments } = await engine.api['meeting.transcribe']({
      ...asked,
      path,
      channels,
      keep: false,
      vocabulary: [],
    })
    expect(textOf(segments, 'them')).not.toBe('')
    expect(textOf(segments, 'me')).toBe('')
  })

  it('keeps every word of somebody who speaks at the same time', { timeout }, async () => {
    const farDesk: Room = { delayMs: 60, levelDb: -16, tailMs: 0, device: 'clean' }
    const wishes = { seconds: 21, talk: 'over', room: farDesk, noiseDb: -60 } as const
    const { engine, scene, source } = await setUp(wishes)
    await using _ = engine
    const nothing = new Float32Array(scene.them.length)
    const texts: string[] = []
    // Where nothing is known of what was played, nothing can be taken away.
    for (const them of [nothing, scene.them]) {
      await writeFile(source.path, stereoWav({ ...scene, them }))
      const { id } = await engine.api['meeting.start'](live(source))
      await engine.heard('meeting.stopped', ({ meeting }) => meeting.id === id)
      const { segments } = await engine.api['meeting.read']({ meetingId: id })
      texts.push(textOf(segments, 'me'))
    }
    const theirs = new Set(scene.saidByThem.flatMap(({ text }) => wordsOf(text)))
    const [everything = [], remaining = []] = texts.map((text) =>
      wordsOf(text).filter((word) => !theirs.has(word)),
    )
    expect(everything.length).toBeGreaterThan(5)
    expect(remaining).toEqual(everything)
    expect(texts[1]?.length).toBeLessThan(texts[0]?.length ?? 0)
  })
})

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z']+/g) ?? []
}

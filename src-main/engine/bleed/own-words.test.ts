import { describe, expect, it } from 'vitest'
import type { TrackName } from '#contract/transcript.ts'
import { growth } from '../audio/growth.ts'
import type { RecordedSound } from '../audio/recording.ts'
import { babble, heardLater, sumOf } from './fixtures/sounds.ts'
import { ownWords } from './own-words.ts'
import { theirWords } from './their-words.ts'

const never = new AbortController().signal
const played = babble(4, 1)
const echo = heardLater(played, 800, 0.5)
const speech = babble(4, 2)
const utterance = { from: 0, to: 48_000 }

/** A recording in memory. Tracks can be held back, and grow when they are let go. */
function recorded(tracks: { readonly me: Int16Array; readonly them: Int16Array }) {
  const progress = growth()
  const held = new Map<TrackName, number>()
  const lengthOf = (track: TrackName): number =>
    held.get(track) ?? (track === 'me' ? tracks.me : tracks.them).length
  const grown: RecordedSound['grown'] = (track, beyond, signal) =>
    progress.wait(() => (lengthOf(track) > beyond ? 'grown' : null), signal).then(() => 'grown')
  const sound: RecordedSound = {
    tracks: ['me', 'them'],
    length: lengthOf,
    read: async (track, from, to) =>
      (track === 'me' ? tracks.me : tracks.them).slice(from, Math.min(to, lengthOf(track))),
    grown,
    grownOrResting: grown,
    account: () => Promise.reject(new Error('not asked')),
    [Symbol.asyncDispose]: async () => {},
  }
  return {
    sound,
    hold: (track: TrackName, length: number) => void held.set(track, length),
    letGo(track: TrackName) {
      held.delete(track)
      progress.tell()
    },
  }
}

/** A segment whose words are said from one second on. */
function segment(text: string, laterMs = 0) {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    startMs: 1000 + laterMs + index * 400,
    endMs: 1400 + laterMs + index * 400,
  }))
  return { text, startMs: 1000 + laterMs, endMs: words.at(-1)?.endMs ?? 0, words }
}

const sentence = 'we agreed to wait'
const spoken = [segment(sentence, 50)]

describe('ownWords', { timeout: 60_000 }, () => {
  it('waits for their text and then takes it away', async () => {
    const theirs = theirWords([], 0)
    const own = ownWords(recorded({ me: echo, them: played }).sound, theirs)
    const settling = own.settle({ ...utterance, spoken }, never)
    theirs.add([], 16_000)
    theirs.add(segment(sentence).words, 48_000)
    await expect(settling).resolves.toMatchObject({ kept: [], dropped: [{ words: 4 }] })
  })

  it('waits for nobody where nothing of them is heard', async () => {
    const own = ownWords(recorded({ me: speech, them: played }).sound, theirWords([], 0))
    await expect(own.settle({ ...utterance, spoken }, never)).resolves.toEqual({
      kept: spoken,
      dropped: [],
    })
  })

  it('waits for nobody where they are heard in other words than these', async () => {
    const late = played.map((value, n) => (n < 36_000 ? 0 : value))
    const me = sumOf(speech, heardLater(late, 800, 0.5))
    const own = ownWords(recorded({ me, them: late }).sound, theirWords([], 0))
    const { kept } = await own.settle({ from: 0, to: 60_000, spoken }, never)
    expect(kept).toEqual(spoken)
  })

  it('keeps everything when their reader has failed', async () => {
    const theirs = theirWords([], 0)
    theirs.end()
    const own = ownWords(recorded({ me: echo, them: played }).sound, theirs)
    const { kept } = await own.settle({ ...utterance, spoken }, never)
    expect(kept).toEqual(spoken)
  })

  it('keeps everything when they say the same at another time', async () => {
    const theirs = theirWords(segment(sentence, 1500).words, 64_000)
    const own = ownWords(recorded({ me: echo, them: played }).sound, theirs)
    const { kept } = await own.settle({ ...utterance, spoken }, never)
    expect(kept).toEqual(spoken)
  })

  it('waits for their sound, which comes a little later', async () => {
    const { sound, hold, letGo } = recorded({ me: echo, them: played })
    hold('them', 20_000)
    hold('me', 50_000)
    const theirs = theirWords(segment(sentence).words, 64_000)
    const settling = ownWords(sound, theirs).settle({ ...utterance, spoken }, never)
    letGo('them')
    expect((await settling).kept).toEqual([])
  })

  it('goes on without their sound when only this track grows', async () => {
    const { sound, hold, letGo } = recorded({ me: sumOf(echo, echo), them: played })
    hold('them', 0)
    hold('me', 17_000)
    const settling = ownWords(sound, theirWords([], 0)).settle(
      { from: 0, to: 16_000, spoken },
      never,
    )
    letGo('me')
    expect((await settling).kept).toEqual(spoken)
  })

  it('shows nothing of what they say, and holds back what cannot be compared yet', async () => {
    const theirs = theirWords([], 0)
    const own = ownWords(recorded({ me: echo, them: played }).sound, theirs)
    await expect(own.look({ ...utterance, spoken })).resolves.toEqual([])
    theirs.look(segment(sentence).words, 48_000)
    await expect(own.look({ ...utterance, spoken })).resolves.toEqual([])
  })

  it('shows what differs', async () => {
    const theirs = theirWords(segment('something else was said').words, 64_000)
    const own = ownWords(recorded({ me: echo, them: played }).sound, theirs)
    await expect(own.look({ ...utterance, spoken })).resolves.toMatchObject([{ text: sentence }])
  })

  it('shows nothing of a first moment in which something is played, as it cannot tell yet whose it is', async () => {
    const own = ownWords(recorded({ me: speech, them: played }).sound, theirWords([], 64_000))
    await expect(own.look({ from: 0, to: 8_000, spoken })).resolves.toEqual([])
    await expect(own.look({ from: 0, to: 32_000, spoken })).resolves.toEqual(spoken)
    const alone = ownWords(
      recorded({ me: speech, them: new Int16Array(64_000) }).sound,
      theirWords([], 64_000),
    )
    await expect(alone.look({ from: 0, to: 8_000, spoken })).resolves.toEqual(spoken)
  })

  it.each([
    ['where nothing is played', speech, new Int16Array(64_000), 8_000, true],
    ['not in a moment too short to tell', speech, played, 16_000, false],
    ['where long enough nothing of it is heard', speech, played, 48_000, true],
    ['not where it is heard', echo, played, 48_000, false],
  ])('is certain that a voice is alone %s', async (_, me, them, to, expected) => {
    const own = ownWords(recorded({ me, them }).sound, theirWords([], 0))
    await expect(own.isAlone(0, to)).resolves.toBe(expected)
  })

  it('is not certain while the other track has not come so far, unless it comes no more', async () => {
    const { sound, hold } = recorded({ me: sumOf(speech, speech), them: new Int16Array(64_000) })
    hold('them', 0)
    hold('me', 20_000)
    const own = ownWords(sound, theirWords([], 0))
    await expect(own.isAlone(0, 16_000)).resolves.toBe(false)
    hold('me', 60_000)
    await expect(own.isAlone(0, 16_000)).resolves.toBe(true)
  })
})

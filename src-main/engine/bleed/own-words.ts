/** Keeps of what was understood of the microphone what was said there, and not what a loudspeaker said. */
import { toMs, toSamples } from '../audio/frames.ts'
import type { RecordedSound } from '../audio/recording.ts'
import {
  dropRepeated,
  dropRules,
  type Evidence,
  type Heard,
  mayBeRepeated,
  type Remaining,
} from './drop-repeated.ts'
import { type Bleed, findBleed, isAudible, reach } from './find-bleed.ts'
import type { TimedWord } from './match-words.ts'
import type { TheirWords } from './their-words.ts'

/** A stretch of the microphone's track, in samples. Times of its words count from its first sample. */
interface Stretch<Word extends TimedWord> {
  readonly from: number
  readonly to: number
  readonly spoken: ReadonlyArray<Heard<Word>>
}

export interface OwnWords {
  /**
   * What remains of an utterance. Where a loudspeaker is heard in it, this waits until what was played is text, or
   * never will be: then everything remains.
   */
  settle<Word extends TimedWord>(
    stretch: Stretch<Word>,
    signal: AbortSignal,
  ): Promise<Remaining<Word>>
  /** What may be shown of an utterance under way. Waits for nobody; what cannot be compared yet is held back. */
  look<Word extends TimedWord>(stretch: Stretch<Word>): Promise<ReadonlyArray<Heard<Word>>>
  /** Whether it is certain already that nothing of what was played is heard in a stretch. Waits for nobody. */
  isAlone(from: number, to: number): Promise<boolean>
}

/** In less sound a loudspeaker that plays may be missed: too little to keep words by, and too little to show any by. */
const certain = toSamples(2_000)
const glimpse = toSamples(1_000)

/** If the other track comes so much later than this one, it is not waited for: its device may be gone. */
const patience = toSamples(2_000)

export function ownWords(sound: RecordedSound, theirs: TheirWords): OwnWords {
  let looked: { from: number; to: number; bleed: Bleed | null } = { from: -1, to: -1, bleed: null }

  async function bleedIn(from: number, to: number): Promise<Bleed | null> {
    const played = await readAround(sound, from, to)
    return played && findBleed(await sound.read('me', from, to), played)
  }

  /** An utterance stays marked; one that is not is listened to again when it has grown to twice its length. */
  async function bleedSoFar(from: number, to: number): Promise<Bleed | null> {
    const { bleed } = looked
    const known = looked.from === from && (bleed !== null || to - from < 2 * (looked.to - from))
    if (!known) looked = { from, to, bleed: await bleedIn(from, to) }
    return looked.bleed
  }

  async function isPlaying(from: number, to: number): Promise<boolean> {
    const played = await readAround(sound, from, to)
    return played !== null && isAudible(played)
  }

  return {
    async settle({ from, to, spoken }, signal) {
      const everything = { kept: spoken, dropped: [] }
      if (spoken.length === 0) return everything
      await untilPlayed(sound, to, signal)
      const bleed = await bleedIn(from, to)
      if (!bleed) return everything
      const evidence = evidenceOf(bleed)
      const endMs = mayBeRepeated(spoken, evidence)
      if (endMs === null) return everything
      const heardTo = Math.min(to - toSamples(tailMs), from + toSamples(endMs + inexactMs))
      const playedTo = heardTo - bleed.lag
      await theirs.readPast(playedTo, signal)
      // What began later may be text by now or not; what is kept must not depend on that.
      const words = theirs.between(toMs(from) - aroundMs, toMs(playedTo))
      return dropRepeated(spoken, counted(words, from), evidence)
    },

    async look({ from, to, spoken }) {
      const bleed = await bleedSoFar(from, to)
      if (!bleed) return to - from < glimpse && (await isPlaying(from, to)) ? [] : spoken
      const { words, toSample } = theirs.soFar(toMs(from) - aroundMs)
      const comparableMs = toMs(toSample + bleed.lag - from)
      const comparable = spoken
        .map((heard) => heard.words.filter(({ endMs }) => endMs <= comparableMs))
        .filter((some) => some.length > 0)
        .map((some) => ({ ...spanOf(some), text: textOf(some), words: some }))
      const evidence = { lagMs: toMs(bleed.lag), share: () => 1 }
      return dropRepeated(comparable, counted(words, from), evidence).kept
    },

    async isAlone(from, to) {
      if (sound.length('them') < to && sound.length('me') < to + patience) return false
      if (!(await isPlaying(from, to))) return true
      return to - from >= certain && (await bleedSoFar(from, to)) === null
    },
  }
}

/** Words that lie further away cannot match: the most a sound is late, and how far words may lie apart. */
const aroundMs = toMs(reach.ahead) + 2 * dropRules.toleranceMs

function evidenceOf(bleed: Bleed): Evidence {
  return {
    lagMs: toMs(bleed.lag),
    share: (startMs, endMs) => bleed.share(toSamples(startMs), toSamples(endMs)),
  }
}

/** The same word may be placed so much later on the other track. */
const inexactMs = 300

/**
 * An utterance ends so long after its voice. The other track's ends as late: only so far is it read for certain
 * when no more sound comes, as in a pause.
 */
const tailMs = 200

/** In times from this sample on. */
function counted(words: readonly TimedWord[], from: number): TimedWord[] {
  const firstMs = toMs(from)
  return words.map(({ text, startMs, endMs }) => ({
    text,
    startMs: startMs - firstMs,
    endMs: endMs - firstMs,
  }))
}

/**
 * Waits for the other track to come as far as this one has, unless nothing comes. Not for a clock, so that a recording
 * is read like the meeting was.
 */
async function untilPlayed(sound: RecordedSound, to: number, signal: AbortSignal): Promise<void> {
  if (sound.length('them') >= to || sound.length('me') >= to + patience) return
  const over = new AbortController()
  const either = AbortSignal.any([signal, over.signal])
  const waits = [
    sound.grownOrResting('them', to - 1, either),
    sound.grownOrResting('me', to + patience - 1, either),
  ]
  try {
    await Promise.race(waits)
  } finally {
    over.abort()
    await Promise.allSettled(waits)
  }
}

/** What was played around a stretch, silence where there is none; null if nothing was. */
async function readAround(
  sound: RecordedSound,
  from: number,
  to: number,
): Promise<Int16Array | null> {
  const first = Math.max(0, from - reach.ahead)
  const known = await sound.read('them', first, to + reach.behind)
  if (known.length === 0) return null
  const played = new Int16Array(to - from + reach.ahead + reach.behind)
  played.set(known, first - (from - reach.ahead))
  return played
}

function spanOf(words: readonly TimedWord[]) {
  return { startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0 }
}

function textOf(words: readonly TimedWord[]): string {
  return words.map(({ text }) => text).join(' ')
}

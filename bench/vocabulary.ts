/**
 * What it does to names that the decoder is told to expect them. The test model was trained with the text before as its
 * prompt and knows the names of its grammar alone, so this says that a prompt reaches it and what that changes; how much
 * a real model gains, only a real model can tell.
 */
import { promptFor } from '#engine/recognition/prompt.ts'
import { wordErrorRate, wordErrors, type WordErrors } from '../src-main/testing/word-errors.ts'
import { type Bench, rounded, told } from './figures.ts'
import { type Heard, listener, type Noise, plainWords, underNoise } from './noisy-sentences.ts'
import { type BankSentence, readBank } from './sounds/bank.ts'
import { type Chance, chance } from './sounds/random.ts'

/** The names of the test model's grammar. */
const names =
  'Anna Marco Luca Sofia David Priya Emma James Omar Nina Thomas Julia Peter Laura Maria Daniel'.split(
    ' ',
  )

const noises: readonly Noise[] = [null, 15, 12, 10, 8, 6]
const seeds = 2
const listed = 6

/** `none`: no vocabulary. `said`: six names, those that are said among them. `others`: six names that nobody says. */
const ways = ['none', 'said', 'others'] as const
type Way = (typeof ways)[number]

interface Outcome {
  readonly way: Way
  readonly noise: Noise
  readonly named: number
  /** Names said and not heard. */
  readonly missed: number
  /** Names heard and not said. */
  readonly wrong: number
  readonly words: WordErrors
  readonly modelMs: number
}

export async function benchVocabulary(): Promise<Bench> {
  const outcomes = await measure()
  const rows = noises.flatMap((noise) =>
    ways.map((way) => rowOf(outcomes.filter((one) => one.way === way && one.noise === noise))),
  )
  const share = (way: Way): number =>
    rounded(100 * missedShare(outcomes.filter((one) => one.way === way)), 1)
  const cost = (way: Way): number => mean(outcomes.filter((one) => one.way === way))
  return {
    title: 'Names under white noise, with and without a vocabulary (test model, CPU)',
    figures: [
      told('names missed, no vocabulary', share('none'), '%'),
      told('names missed, six names given, the said ones among them', share('said'), '%'),
      told('names missed, six other names given', share('others'), '%'),
      told('time of the model, six names / none', rounded(cost('said') / cost('none')), 'x'),
    ],
    table: rows,
  }
}

async function measure(): Promise<readonly Outcome[]> {
  const listen = listener()
  const luck = chance(11)
  const sentences = (await readBank())
    .flatMap((voice) => voice.sentences)
    .filter(({ text }) => namesIn(text).length > 0)
  const outcomes: Outcome[] = []
  for (const noise of noises)
    for (const sentence of sentences)
      for (let seed = 1; seed <= (noise === null ? 1 : seeds); seed++) {
        const sound = underNoise(sentence, noise, seed)
        for (const way of ways) {
          const heard = await listen(sound, promptOf(way, sentence, luck))
          outcomes.push({ way, noise, ...compared(sentence, heard) })
        }
      }
  return outcomes
}

function promptOf(way: Way, { text }: BankSentence, luck: Chance): string {
  if (way === 'none') return ''
  const said = namesIn(text)
  const others = shuffled(
    names.filter((name) => !said.includes(name)),
    luck,
  )
  const vocabulary =
    way === 'said'
      ? shuffled([...said, ...others.slice(0, listed - said.length)], luck)
      : others.slice(0, listed)
  return promptFor(vocabulary)
}

function compared({ text }: BankSentence, heard: Heard): Omit<Outcome, 'way' | 'noise'> {
  const said = namesIn(text)
  const found = namesIn(heard.text)
  return {
    named: said.length,
    missed: said.filter((name) => !found.includes(name)).length,
    wrong: found.filter((name) => !said.includes(name)).length,
    words: wordErrors(text, heard.text),
    modelMs: heard.modelMs,
  }
}

function namesIn(text: string): readonly string[] {
  const words = new Set(plainWords(text))
  return names.filter((name) => words.has(name.toLowerCase()))
}

function shuffled<Item>(items: readonly Item[], luck: Chance): readonly Item[] {
  return items
    .map((item) => ({ item, at: luck.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

function rowOf(outcomes: readonly Outcome[]): Readonly<Record<string, string | number>> {
  const [first] = outcomes
  return {
    'noise dB': first?.noise ?? 'none',
    vocabulary: first?.way ?? '',
    names: total(outcomes, ({ named }) => named),
    missed: total(outcomes, ({ missed }) => missed),
    invented: total(outcomes, ({ wrong }) => wrong),
    'WER %': rounded(100 * wordErrorRate(outcomes.map(({ words }) => words)), 1),
  }
}

function missedShare(outcomes: readonly Outcome[]): number {
  return total(outcomes, ({ missed }) => missed) / total(outcomes, ({ named }) => named)
}

function mean(outcomes: readonly Outcome[]): number {
  return total(outcomes, ({ modelMs }) => modelMs) / Math.max(1, outcomes.length)
}

function total(outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number {
  return outcomes.reduce((sum, outcome) => sum + of(outcome), 0)
}

/** Whether the words that the model is unsure of are the ones that are wrong. */
import { type Bench, rounded, told } from './figures.ts'
import { alignWords } from './metrics/align-words.ts'
import { listener, type Noise, plainWords, underNoise } from './noisy-sentences.ts'
import { readBank } from './sounds/bank.ts'

const noises: readonly Noise[] = [null, 15, 12, 10, 8, 6]
const thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8] as const
/** What the page takes for doubtful. */
const chosen = 0.5

interface Judged {
  readonly right: boolean
  readonly confidence: number
  readonly noise: Noise
}

export async function benchDoubt(): Promise<Bench> {
  const words = await measure()
  const table = thresholds.map((threshold) => ({
    'unsure below': threshold,
    'of the wrong words, marked %': percent(words.filter(isWrong), isBelow(threshold)),
    'of the marked words, wrong %': percent(words.filter(isBelow(threshold)), isWrong),
    'of the right words, marked %': percent(words.filter(isRight), isBelow(threshold)),
    'without noise, marked %': percent(words.filter(isQuiet), isBelow(threshold)),
  }))
  const marked = words.filter(isBelow(chosen))
  return {
    title: 'Words that the model is unsure of (single sentences, test model, CPU)',
    figures: [
      told('words heard', words.length, 'words'),
      told('wrong', percent(words, isWrong), '%'),
      told(`marked below ${chosen}`, percent(words, isBelow(chosen)), '%'),
      told('of the marked words, wrong', percent(marked, isWrong), '%'),
    ],
    table,
  }
}

async function measure(): Promise<readonly Judged[]> {
  const listen = listener()
  const sentences = (await readBank()).flatMap((voice) => voice.sentences)
  const judged: Judged[] = []
  for (const noise of noises)
    for (const [seed, sentence] of sentences.entries()) {
      const { words } = await listen(underNoise(sentence, noise, seed + 1), '')
      const said = plainWords(sentence.text).map(untimed)
      const heard = words.map(({ text }) => untimed(plainWords(text).join('')))
      for (const pair of alignWords(said, heard)) {
        const word = pair.heard === null ? undefined : words[pair.heard]
        if (!word || pair.heard === null) continue
        const meant = pair.said === null ? null : said[pair.said]?.word
        const right = meant === heard[pair.heard]?.word
        judged.push({ right, confidence: word.confidence, noise })
      }
    }
  return judged
}

function untimed(word: string) {
  return { word, startMs: null, endMs: null }
}

function isRight({ right }: Judged): boolean {
  return right
}

function isWrong({ right }: Judged): boolean {
  return !right
}

function isQuiet({ noise }: Judged): boolean {
  return noise === null
}

function isBelow(threshold: number): (word: Judged) => boolean {
  return ({ confidence }) => confidence < threshold
}

function percent(words: readonly Judged[], is: (word: Judged) => boolean): number {
  return rounded((100 * words.filter(is).length) / Math.max(1, words.length), 1)
}

/** The bank of spoken sentences, none of which the test model was trained with, and the true time of every word. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../samples.ts'
import { readSound } from '../replay/sound.ts'

export interface BankSentence {
  readonly text: string
  readonly samples: Int16Array
  /** In milliseconds from the first sample. */
  readonly words: ReadonlyArray<{
    readonly text: string
    readonly startMs: number
    readonly endMs: number
  }>
}

export interface BankVoice {
  readonly name: string
  readonly sentences: readonly BankSentence[]
}

interface Listed {
  readonly voice: string
  readonly file: string
  readonly sentences: ReadonlyArray<{
    readonly text: string
    readonly from: number
    readonly to: number
    readonly words: ReadonlyArray<readonly [startMs: number, endMs: number]>
  }>
}

const folder = join(projectFolder, 'bench/sounds/bank')

export async function readBank(): Promise<BankVoice[]> {
  const list = JSON.parse(readFileSync(join(folder, 'bank.json'), 'utf8')) as readonly Listed[]
  const voices = []
  for (const { voice, file, sentences } of list) {
    const sound = await readSound(join(folder, file), 'mix')
    voices.push({
      name: voice,
      sentences: sentences.map(({ text, from, to, words }) => {
        const texts = text.split(' ')
        return {
          text,
          samples: sound.read('mix', from, to),
          words: words.map(([startMs, endMs], n) => ({ text: texts[n] ?? '', startMs, endMs })),
        }
      }),
    })
  }
  return voices
}

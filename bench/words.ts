/** How well the times of words are found, and what that costs. */
import { whisperWork } from '#engine/recognition/whisper.native.ts'
import type { Decoding, DecodeStyle } from '#engine/recognition/recognizer.ts'
import { hearWords, timedSample, wordTimeErrors } from '../src-main/testing/word-times.ts'
import { atMost, type Bench, type Figure, quantile, rounded, told } from './figures.ts'
import { testModel } from './samples.ts'

export async function benchWords(): Promise<Bench> {
  const figures: Figure[] = []
  for (const style of ['live', 'final'] as const) figures.push(...(await figuresFor(style)))
  return { title: 'Times of words (test model, CPU)', figures, table: [] }
}

async function figuresFor(style: DecodeStyle): Promise<Figure[]> {
  const sample = timedSample('words-40s')
  const work = whisperWork('')
  const decode = (samples: Int16Array): Promise<Decoding> =>
    work.decode(
      {
        modelPath: testModel,
        samples,
        language: 'en',
        style,
        prompt: '',
        threads: 1,
        fullContext: false,
      },
      new AbortController().signal,
    )
  const { starts, ends } = wordTimeErrors(sample.words, await hearWords(sample, style, decode))
  const off = (errors: readonly number[], share: number): number =>
    rounded(quantile(errors.map(Math.abs), share), 0)
  return [
    told(`${style}: words compared`, starts.length, `of ${sample.words.length}`),
    atMost(80, told(`${style}: starts off by, p50`, off(starts, 0.5), 'ms')),
    told(`${style}: starts off by, p90`, off(starts, 0.9), 'ms'),
    atMost(80, told(`${style}: ends off by, p50`, off(ends, 0.5), 'ms')),
    told(`${style}: ends off by, p90`, off(ends, 0.9), 'ms'),
  ]
}

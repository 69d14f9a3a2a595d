import { describe, expect, it } from 'vitest'
import { followText } from './metrics/follow-text.ts'
import { rivalLines } from './rival-lines.ts'

const clear = `\u001B[2K\r${' '.repeat(100)}\u001B[2K\r`

describe("what whisper.cpp's stream writes", () => {
  it('is shown, taken back when its line is begun anew, and stays when the line ends', () => {
    const lines = rivalLines()
    lines.write('[Start speaking]\n', 0)
    lines.write(`${clear} We skip`, 1000)
    lines.write(`${clear} We ship it.`, 2000)
    lines.write('\n', 2000)
    lines.write(`${clear} Okay.`, 3000)
    const { words, erased } = followText(lines.end(), 'mix')
    expect(
      words.map(({ word, shownAtMs, committedAtMs }) => [word, shownAtMs, committedAtMs]),
    ).toEqual([
      ['we', 1000, 2000],
      ['ship', 2000, 2000],
      ['it', 2000, 2000],
      ['okay', 3000, 3000],
    ])
    expect(erased).toBe(1)
  })
})

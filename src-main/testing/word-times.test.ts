import { expect, it } from 'vitest'
import { wordTimeErrors } from './word-times.ts'

const word = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs })

it('compares the words that were heard right, whatever lies between them', () => {
  const said = [word('Let', 0, 100), word('us', 100, 200), word('begin.', 300, 600)]
  const heard = [word('let', 10, 90), word('it', 90, 250), word('Begin', 280, 650)]
  expect(wordTimeErrors(said, heard)).toEqual({ starts: [10, -20], ends: [-10, 50] })
})

it('compares nothing where nothing was heard right', () => {
  expect(wordTimeErrors([word('Yes.', 0, 100)], [])).toEqual({ starts: [], ends: [] })
})

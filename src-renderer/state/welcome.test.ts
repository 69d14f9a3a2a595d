import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unreadLibrary, wholeLibrary } from './library.ts'
import { type KnownModels, unreadModels } from './models.ts'
import { aModel } from './testing/a-model.ts'
import { firstProgress, isFirstRun, parseProgress, stepBeside, welcomeSteps } from './welcome.ts'

const none = { id: null, without: null }
const known = (speech: string | null): KnownModels => ({
  ...unreadModels,
  phase: 'whole',
  models: [
    aModel({ id: 'test-speech-en', origin: 'bundled', state: 'present' }),
    aModel({ id: 'whisper-base', origin: 'catalog', state: 'present' }),
  ],
  inUse: { speech: { id: speech, without: null }, language: none, embedding: none },
})

describe('the first run', () => {
  it.each([
    ['nothing but the model that comes with the program is here', known('test-speech-en'), true],
    ['no model at all is here', known(null), true],
    ['a model was chosen', known('whisper-base'), false],
    ['nobody knows which models there are', unreadModels, false],
  ])('shows itself or not where %s', (_, models, shown) => {
    expect(isFirstRun(wholeLibrary([]), models)).toBe(shown)
    expect(isFirstRun(unreadLibrary, models)).toBe(false)
  })

  it('goes on where it was left, whatever else was remembered', () => {
    expect(parseProgress('{"step":"sound","left":true}')).toEqual({ step: 'sound', left: true })
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (remembered) => {
        expect(welcomeSteps).toContain(parseProgress(remembered).step)
      }),
    )
    expect(parseProgress('{"step":"elsewhere","left":1}')).toEqual(firstProgress)
  })

  it('has a beginning and an end', () => {
    expect(stepBeside('stays', -1)).toBe('stays')
    expect(stepBeside('stays', 1)).toBe('model')
    expect(stepBeside('sound', 1)).toBe('sound')
  })
})

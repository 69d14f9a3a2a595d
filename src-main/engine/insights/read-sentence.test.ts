import { describe, expect, it } from 'vitest'
import * as english from './fixtures/said-in-english.ts'
import * as italian from './fixtures/said-in-italian.ts'
import { nameTeller } from './names.ts'
import { readSentence } from './read-sentence.ts'

const isName = nameTeller(new Set())
const lines = (text: string): string[] => text.trim().split('\n')

describe.each([
  ['en', english],
  ['it', italian],
] as const)('sentences in %s', (language, said) => {
  const read = (text: string) => readSentence(text, language, isName)

  it.each(lines(said.tasks))('is something to do: %s', (text) => {
    expect(read(text).task).not.toBeNull()
  })
  it.each(lines(said.noTasks))('is nothing to do: %s', (text) => {
    expect(read(text).task).toBeNull()
  })
  it.each(lines(said.decisions))('settles something: %s', (text) => {
    expect(read(text).decides).toBe(true)
  })
  it.each(lines(said.noDecisions))('settles nothing: %s', (text) => {
    expect(read(text).decides).toBe(false)
  })
  it.each(lines(said.questions))('asks: %s', (text) => {
    expect(read(text).asks).not.toBeNull()
  })
  it.each(lines(said.noQuestions))('asks nothing: %s', (text) => {
    expect(read(text).asks).toBeNull()
  })
})

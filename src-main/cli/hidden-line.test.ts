import { expect, it } from 'vitest'
import { hiddenLine } from './hidden-line.ts'
import { protectionLines, wordLines } from './protection.ts'

function keyboard() {
  let told: (key: string) => void = () => {}
  return {
    read: (onKey: (key: string) => void) => {
      told = onKey
      return { [Symbol.dispose]: () => void (told = () => {}) }
    },
    press: (text: string) => {
      for (const key of text) told(key)
    },
  }
}

function terminal() {
  const shown: (string | null)[] = []
  const silent = { result: () => {}, say: () => {}, live: true, watched: true, columns: 80 }
  return { shown, terminal: { ...silent, status: (line: string | null) => void shown.push(line) } }
}

it('takes a line of which nothing is shown, with what was typed wrong taken back', async () => {
  const { read, press } = keyboard()
  const { shown, terminal: here } = terminal()
  const stop = new AbortController()
  const line = hiddenLine('Passphrase: ', { terminal: here, interrupted: stop.signal }, read)
  press('herom')
  press('\u007F')
  press('n 7\r')
  expect(await line).toBe('heron 7')
  expect(shown).toEqual(['Passphrase: ', null])
})

it('takes none where somebody gives up, or nobody can type', async () => {
  const { read } = keyboard()
  const { terminal: here } = terminal()
  const stop = new AbortController()
  const context = { terminal: here, interrupted: stop.signal }
  const line = hiddenLine('Passphrase: ', context, read)
  stop.abort()
  expect(await line).toBeNull()
  expect(await hiddenLine('Passphrase: ', context, () => null)).toBeNull()
})

it('shows words in fours, each with its number', () => {
  const words = Array.from({ length: 24 }, (_, at) => `word${at}`)
  const lines = wordLines(words)
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toMatch(/^21 word20 +22 word21 +23 word22 +24 word23$/)
})

it('tells what is not protected yet', () => {
  const lines = protectionLines({
    textEncrypted: false,
    plainRecordings: 3,
    openedBy: null,
    hasPassphrase: true,
    recoveryMadeAt: null,
    isRotating: true,
    isPrivate: false,
  }).join('\n')
  for (const told of ['not encrypted yet', '3 not', 'at every start', 'no phrase', 'New keys'])
    expect(lines).toContain(told)
})

import { expect, it, vi } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { idle } from '../fixtures/desktop-events.ts'
import type { Notice } from '../notify/notices.ts'
import { en } from '../texts/en.ts'
import { dictation } from './dictate.ts'
import { inputBytes } from './keyboard.koffi.ts'
import { virtualKeys } from './dictation-keys.ts'

it.each([
  ['CommandOrControl+Shift+D', [0x11, 0x10, 0x44]],
  ['Alt+Space', [0x12, 0x20]],
  ['F9', [0x78]],
  ['Super+F24', [0x5b, 0x87]],
  ['Control+Plus', [0x11, 0xbb]],
  ['MediaPlayPause', null],
  ['Control+', null],
])('knows the keys of %s', (keys, expected) => {
  expect(virtualKeys(keys)).toEqual(expected)
})

it('hands Windows a structure of the size that it takes', () => {
  expect(inputBytes).toBe(40)
})

const keys = [0x11, 0x10, 0x44]

/** Keys that are held or not, a clipboard, and an engine that hears `text`. */
function setUp({ text = 'Hello there.', hasKeyboard = true, fails = false, takes = true } = {}) {
  const down = new Set<number>()
  const log: string[] = []
  let content = 'what was copied'
  const told: Notice[] = []
  const hearing: boolean[] = []
  const item = { types: ['text/plain'], getType: async () => new Blob([content]) }
  const opened = Promise.withResolvers<null>()
  const dictating = dictation(
    {
      openKeyboard: async () =>
        hasKeyboard
          ? {
              isDown: (key) => down.has(key),
              paste: () => {
                log.push(`pasted ${content}${down.size > 0 ? ' with keys held' : ''}`)
                return takes
              },
            }
          : null,
      clipboard: {
        read: async () => [item as never],
        readText: async () => content,
        write: async (items) => {
          content = items[0] as unknown as string
        },
        writeText: async (now) => {
          content = now
        },
      },
      createItem: (forms) => `restored ${Object.keys(forms).join()}` as never,
      later: (work) => {
        const timer = setTimeout(work, 1)
        return () => clearTimeout(timer)
      },
    },
    {
      link: {
        call: (async (name: string) => {
          log.push(name)
          if (fails) throw new AppError('device_missing', 'There is no microphone.')
          if (name === 'dictation.start') await opened.promise
          return { text }
        }) as never,
      },
      now: () => idle,
      texts: en,
      tell: (notice) => told.push(notice),
      onHearing: (isHearing) => hearing.push(isHearing),
    },
  )
  return {
    ...{ dictating, down, log, told, hearing },
    opened: () => opened.resolve(null),
    content: () => content,
    over: () => vi.waitFor(() => expect(dictating.isGoingOn()).toBe(false)),
  }
}

it('pastes what was said when the keys are let go, and puts the clipboard back', async () => {
  const { dictating, down, log, hearing, opened, content, over } = setUp()
  for (const key of keys) down.add(key)
  dictating.press()
  opened()
  await vi.waitFor(() => expect(hearing).toEqual([true]))
  dictating.press() // the system repeats it while the keys are held
  down.delete(0x44)
  await vi.waitFor(() => expect(log).toContain('dictation.stop'))
  expect(log).toEqual(['dictation.start', 'dictation.stop'])
  down.clear()
  await over()
  expect(log.at(-1)).toBe('pasted Hello there.')
  expect(content()).toBe('restored text/plain')
  expect(hearing.at(-1)).toBe(false)
})

it('ends as soon as it hears when the keys were let go before', async () => {
  const { dictating, down, log, opened, over } = setUp()
  for (const key of keys) down.add(key)
  dictating.press()
  down.clear()
  opened()
  await over()
  expect(log).toEqual(['dictation.start', 'dictation.stop', 'pasted Hello there.'])
})

it('is ended by a second press where keys cannot be asked about, and tells where the text is', async () => {
  const { dictating, log, told, hearing, opened, content, over } = setUp({ hasKeyboard: false })
  dictating.press()
  opened()
  await vi.waitFor(() => expect(hearing).toEqual([true]))
  expect(log).toEqual(['dictation.start'])
  dictating.press()
  await over()
  expect(content()).toBe('Hello there.')
  expect(told.map(({ title }) => title)).toEqual([en.notice.copied])
})

it('leaves the text on the clipboard when no keys are taken from us, and says so', async () => {
  const { dictating, told, opened, content, over } = setUp({ takes: false })
  dictating.press()
  opened()
  await over()
  expect(content()).toBe('Hello there.')
  expect(told.map(({ title }) => title)).toEqual([en.notice.copied])
})

it('leaves the clipboard alone when nothing was said', async () => {
  const { dictating, log, told, opened, content, over } = setUp({ text: '' })
  dictating.press()
  opened()
  dictating.press()
  await over()
  expect(content()).toBe('what was copied')
  expect(told.map(({ title }) => title)).toEqual([en.notice.nothingHeard])
  expect(log).not.toContain('pasted ')
})

it('says why it could not hear', async () => {
  const { dictating, told, over } = setUp({ fails: true })
  dictating.press()
  await over()
  expect(told.map(({ body }) => body)).toEqual(['There is no microphone.'])
})

/**
 * Hold the keys, speak, let go: what was said is pasted where the cursor is. Where the system does not tell when keys are
 * let go, pressing them again ends it, and the text waits on the clipboard.
 */
import type { ShellLink } from '../client/shell-link.ts'
import { sentenceOf } from '../capture/perform.ts'
import { failureNotice, type Notice } from '../notify/notices.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import type { Texts } from '../texts/texts.ts'
import { virtualKeys } from './dictation-keys.ts'
import { type ClipboardParts, saveClipboard } from './save-clipboard.ts'
import type { Keyboard } from './keyboard.ts'

export interface DictateParts extends ClipboardParts {
  /** Null where keys of other programs cannot be asked about. Asked for once, with the first dictation. */
  readonly openKeyboard: () => Promise<Keyboard | null>
  readonly later: (work: () => void, delayMs: number) => () => void
}

interface Doing {
  readonly link: Pick<ShellLink, 'call'>
  readonly now: () => DesktopState
  readonly texts: Texts
  readonly tell: (notice: Notice) => void
  /** Whether it hears at this moment, for whoever shows it: speaking before would be in vain. */
  readonly onHearing: (isHearing: boolean) => void
}

export interface Dictation {
  /** The keys were pressed; the system repeats that while they are held. */
  press(): void
  isGoingOn(): boolean
}

const lookMs = 30
/** A program takes a moment to fetch what it pastes; only then may the clipboard change. */
const pasteMs = 400

export function dictation(parts: DictateParts, doing: Doing): Dictation {
  const { later } = parts
  const { link, now, texts, onHearing } = doing
  let phase: 'idle' | 'opening' | 'hearing' | 'ending' = 'idle'
  let isEndWanted = false
  let opened: Promise<Keyboard | null> | null = null
  let keyboard: Keyboard | null = null

  async function run(): Promise<void> {
    phase = 'opening'
    isEndWanted = false
    try {
      opened ??= parts.openKeyboard()
      keyboard = await opened
      const held = heldKeys()
      const { speechModel, spokenLanguage } = now().settings
      const model = speechModel === 'best' ? null : speechModel
      // Keys that are let go while it opens end it as soon as it hears.
      await link.call('dictation.start', { model, language: spokenLanguage })
      phase = 'hearing'
      onHearing(true)
      await until(() => isEndWanted || (held !== null && !held()))
      phase = 'ending'
      onHearing(false)
      const { text } = await link.call('dictation.stop', {})
      await hand(text)
    } catch (error) {
      const sentence = sentenceOf(error)
      doing.tell(failureNotice(texts.notice.notDictated, sentence, { kind: 'settings' }))
    } finally {
      phase = 'idle'
      onHearing(false)
    }
  }

  /** Whether any of the keys is still held; null where that cannot be asked. */
  function heldKeys(): (() => boolean) | null {
    const asked = keyboard
    const keys = virtualKeys(now().settings.shortcuts.dictate ?? '')
    if (asked === null || keys === null) return null
    // The first that is let go ends it; pasting waits for the others, which would change what Ctrl+V means.
    return () => keys.every((key) => asked.isDown(key))
  }

  function until(isOver: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => void (isOver() ? resolve() : later(look, lookMs))
      look()
    })
  }

  async function hand(text: string): Promise<void> {
    const { notice } = texts
    const place = { kind: 'library' } as const
    if (text === '') {
      const words = { title: notice.nothingHeard, body: notice.nothingHeardMore }
      return doing.tell({ key: 'dictation', ...words, place, needed: true })
    }
    // A program with more rights than we have takes no keys from us: then the text waits, as where there is no keyboard.
    if (keyboard && (await pasteText(keyboard, text))) return
    await parts.clipboard.writeText(text)
    const words = { title: notice.copied, body: notice.copiedMore }
    doing.tell({ key: 'dictation', ...words, place, needed: true })
  }

  async function pasteText(keys: Keyboard, text: string): Promise<boolean> {
    const { clipboard } = parts
    const restore = await saveClipboard(parts)
    const all = virtualKeys(now().settings.shortcuts.dictate ?? '') ?? []
    await until(() => !all.some((key) => keys.isDown(key)))
    await clipboard.writeText(text)
    if (!keys.paste()) return false
    await new Promise<void>((resolve) => void later(resolve, pasteMs))
    // Whoever copied something meanwhile keeps that.
    if ((await clipboard.readText()) === text) await restore()
    return true
  }

  return {
    press() {
      if (phase === 'idle') void run()
      else if (phase !== 'ending' && heldKeys() === null) isEndWanted = true
    },
    isGoingOn: () => phase !== 'idle',
  }
}

/** The text: a paragraph for each voice, a span for each word. */
import type { PlayerContent, PlayerParagraph } from './content.ts'
import { clock, make } from './elements.ts'
import type { Searchable } from './search.ts'
import type { Texts } from './texts.ts'

export interface ShownWord {
  readonly element: HTMLElement
  readonly startMs: number
  readonly endMs: number
}

export interface ShownTranscript {
  readonly element: HTMLElement
  readonly paragraphs: readonly Searchable[]
  /** By their start. */
  readonly words: readonly ShownWord[]
}

/** So many colours are there for voices. */
const voiceColours = 6

export function showTranscript(content: PlayerContent, texts: Texts): ShownTranscript {
  const all: ShownWord[] = []
  const paragraphs = content.paragraphs.map((paragraph) => {
    const spaced = paragraph.words.map((word) => word[3] === 1)
    const words = paragraph.words.map(([text, startMs, endMs]) => {
      const element = make('span', { 'data-ms': String(startMs) }, text)
      all.push({ element, startMs, endMs })
      return element
    })
    return { element: showParagraph(paragraph, words, content.times, texts), words, spaced }
  })
  const heading = make('h2', {}, texts.transcript)
  const empty = paragraphs.length === 0 ? [make('p', {}, texts.empty)] : []
  const element = make(
    'section',
    { 'aria-label': texts.transcript, class: 'transcript', dir: 'auto' },
    heading,
    ...empty,
    ...paragraphs.map((one) => one.element),
  )
  return { element, paragraphs, words: all.toSorted((a, b) => a.startMs - b.startMs) }
}

function showParagraph(
  { startMs, voice, voiceIndex, note, words }: PlayerParagraph,
  elements: readonly HTMLElement[],
  times: boolean,
  texts: Texts,
): HTMLElement {
  const time = make(
    'button',
    {
      type: 'button',
      class: times ? 'time' : 'time unseen',
      'data-ms': String(startMs),
      'aria-label': texts.playFrom(clock(startMs)),
    },
    clock(startMs),
  )
  const colour = voiceIndex < 0 ? '' : ` voice-${voiceIndex % voiceColours}`
  const who = voice === null ? [] : [make('bdi', { class: `voice${colour}` }, voice), ' ']
  const spoken = elements.flatMap((element, index) =>
    words[index]?.[3] === 1 && index > 0 ? [' ', element] : [element],
  )
  const name = note === null ? [] : [make('em', {}, note), ' ']
  const look = note === null ? '' : 'note'
  return make('p', { dir: 'auto', class: look }, time, ' ', ...name, ...who, ...spoken)
}

/** The word that is spoken then, or the last before; -1 before the first. */
export function wordAt(words: readonly ShownWord[], ms: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.startMs ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

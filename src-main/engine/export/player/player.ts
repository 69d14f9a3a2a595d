/** The page of a player file: shows the text, plays the sound beside it, and asks nothing of any network. */
import type { PlayerContent } from './content.ts'
import { makeControls, type Controls } from './controls.ts'
import { make } from './elements.ts'
import { showOverview } from './overview.ts'
import { makeSearchBar } from './search-bar.ts'
import { soundAddress } from './sound.ts'
import { type Texts, textsIn } from './texts.ts'
import { showTranscript, type ShownTranscript, wordAt } from './transcript.ts'
import { contentOf, differingParts } from './verify.ts'

start(JSON.parse(contentOf('text')) as PlayerContent)

function start(content: PlayerContent): void {
  const texts = textsIn(content.language)
  const transcript = showTranscript(content, texts)
  const search = makeSearchBar(transcript.paragraphs, texts)
  const overview = showOverview(content.parts, texts)
  const main = make('main', {}, ...(overview ? [overview] : []), transcript.element)
  document.body.append(showHead(content, texts, search.element), main)
  const stage = content.sound ? playing(content, transcript, texts) : null
  if (stage) document.body.append(stage.controls.element)
  else document.body.classList.add('silent')

  document.addEventListener('click', ({ target }) => {
    const ms = target instanceof HTMLElement ? target.dataset['ms'] : undefined
    if (ms === undefined || !(target instanceof HTMLElement)) return
    if (stage) stage.seek(Number(ms))
    if (overview?.contains(target)) showPlace(transcript, Number(ms))
  })
  document.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return
    if (key === '/') search.field.focus()
    else if (stage && key === ' ' && !(target instanceof HTMLButtonElement)) stage.toggle()
    else if (stage && key === 'ArrowLeft') stage.move(-5000)
    else if (stage && key === 'ArrowRight') stage.move(5000)
    else return
    event.preventDefault()
  })
}

function showPlace({ words }: ShownTranscript, ms: number): void {
  const word = words[Math.max(0, wordAt(words, ms))]
  word?.element.scrollIntoView({ block: 'center' })
}

function showHead(content: PlayerContent, texts: Texts, search: HTMLElement): HTMLElement {
  const facts = content.facts.flatMap(({ name, value }) => [
    make('dt', {}, name),
    make('dd', {}, value),
  ])
  const result = make('p', { role: 'status', class: 'state' })
  const verify = make('button', { type: 'button' }, texts.verify)
  verify.addEventListener('click', () => void check(result, texts))
  const dark = make('button', { type: 'button', 'aria-label': texts.dark, title: texts.dark }, '◐')
  dark.addEventListener('click', () => {
    const { dataset } = document.documentElement
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches
    dataset['theme'] =
      (dataset['theme'] ?? (isDark ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark'
  })
  const silent = content.sound === null ? [make('p', { class: 'state' }, texts.silent)] : []
  return make(
    'header',
    {},
    make('h1', { dir: 'auto' }, content.title),
    make('dl', {}, ...facts),
    ...content.account.map((line) => make('p', { class: 'remark' }, line)),
    make('div', { class: 'tools' }, search, verify, dark),
    ...silent,
    result,
  )
}

async function check(result: HTMLElement, texts: Texts): Promise<void> {
  result.textContent = texts.verifying
  const differing = await differingParts()
  if (differing === null) result.textContent = texts.noCheck
  else if (differing.length === 0) result.textContent = texts.intact
  else {
    const names = texts.parts as Readonly<Record<string, string>>
    result.textContent = texts.changed(differing.map((part) => names[part] ?? part).join(', '))
  }
}

interface Stage {
  readonly controls: Controls
  readonly seek: (ms: number) => void
  readonly move: (byMs: number) => void
  readonly toggle: () => void
}

function playing(content: PlayerContent, { words }: ShownTranscript, texts: Texts): Stage {
  const { mediaType, leadMs } = content.sound ?? { mediaType: '', leadMs: 0 }
  const audio = make('audio', { preload: 'auto' })
  let lit = -1

  const placeMs = (): number => Math.max(0, audio.currentTime * 1000 - leadMs)
  const seek = (ms: number): void => {
    audio.currentTime = (Math.max(0, Math.min(ms, content.durationMs)) + leadMs) / 1000
    show()
  }
  const move = (byMs: number): void => seek(placeMs() + byMs)
  const toggle = (): void => void (audio.paused ? audio.play() : audio.pause())
  const controls = makeControls(content.durationMs, texts, {
    toggle,
    move,
    seek,
    speed: (rate) => (audio.playbackRate = rate),
  })

  function show(): void {
    const ms = placeMs()
    controls.show(ms, !audio.paused)
    // A place that was sought lies a hair before its word.
    const next = wordAt(words, ms + 20)
    if (next === lit) return
    words[lit]?.element.classList.remove('now')
    lit = next
    const element = words[lit]?.element
    element?.classList.add('now')
    if (!audio.paused && controls.follow.checked) keepInSight(element)
  }
  function draw(): void {
    show()
    if (!audio.paused) requestAnimationFrame(draw)
  }
  for (const event of ['play', 'pause', 'seeked', 'ended']) audio.addEventListener(event, draw)
  // Who scrolls away by hand wants to read there.
  for (const event of ['wheel', 'touchmove']) {
    document.addEventListener(event, () => (controls.follow.checked = false), { passive: true })
  }
  audio.addEventListener('canplay', controls.ready)
  audio.addEventListener('error', controls.broken)
  void soundAddress(mediaType).then((address) => (audio.src = address))
  document.body.append(audio)
  return { controls, seek, move, toggle }
}

function keepInSight(element: HTMLElement | undefined): void {
  if (!element) return
  const { top, bottom } = element.getBoundingClientRect()
  if (top < 80 || bottom > innerHeight - 140) element.scrollIntoView({ block: 'center' })
}

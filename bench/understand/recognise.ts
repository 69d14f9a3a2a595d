/** Turns what was said into what recognition would have given: segments with times, and with its mistakes. */
import { SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { Chance } from '../sounds/random.ts'
import type { Phrases } from './bank.ts'
import type { ScriptLine } from './write-script.ts'

/** Who is heard on which track, and by what name a segment is marked. */
export interface Voice {
  readonly track: TrackName
  readonly speaker: string | null
}

export interface Recognised {
  readonly segments: readonly Segment[]
  /** The segments of each line, in the order of the lines. */
  readonly placed: readonly (readonly SegmentId[])[]
}

interface World {
  readonly voices: readonly Voice[]
  readonly phrases: Phrases
  readonly language: 'en' | 'it'
  readonly names: readonly string[]
  readonly chance: Chance
}

const shares = { cut: 0.07, joined: 0.05, plain: 0.1, hesitating: 0.12, misheard: 0.15 }

export function recognise(script: readonly ScriptLine[], world: World): Recognised {
  const { chance, voices } = world
  const segments: Segment[] = []
  const placed: SegmentId[][] = []
  let atMs = 1200
  let spoke = -1

  function add(text: string, { track, speaker }: Voice): SegmentId {
    const startMs = Math.round(atMs)
    const words = text.split(' ').map((word) => {
      const from = atMs
      atMs += 70 + word.length * 52
      const confidence = Math.round(chance.between(0.55, 1) * 1000) / 1000
      const spoken = {
        text: word,
        startMs: Math.round(from),
        endMs: Math.round(atMs),
        confidence,
      }
      atMs += chance.between(10, 60)
      return spoken
    })
    const id = SegmentId.parse(uuid(chance))
    segments.push({
      id,
      track,
      speaker,
      startMs,
      endMs: Math.round(atMs),
      text,
      status: 'committed',
      words,
    })
    return id
  }

  /** Says it behind the last segment, in the same one. */
  function grow(text: string, voice: Voice): SegmentId | null {
    const last = segments.pop()
    if (!last) return null
    const id = add(text, voice)
    const grown = segments.pop()
    if (!grown) return null
    segments.push({
      ...last,
      endMs: grown.endMs,
      text: `${last.text} ${text}`,
      words: [...last.words, ...grown.words],
    })
    return id && last.id
  }

  for (const [at, line] of script.entries()) {
    const voice = voices[line.person]
    if (!voice) throw new Error('Somebody speaks who is not there.')
    atMs += line.person === spoke ? chance.between(300, 1300) : chance.between(200, 900)
    const text = misheard(line, world)
    const before = script[at - 1]
    const joins =
      line.person === spoke &&
      !line.turning &&
      // What is noted keeps a segment to itself, but for talk before it.
      before?.noted.length === 0 &&
      chance.next() < shares.joined
    const joined = joins ? grow(text, voice) : null
    if (joined !== null) placed.push([joined])
    else if (chance.next() < shares.cut && text.split(' ').length > 6) {
      const words = text.split(' ')
      const cut = Math.round(chance.between(3, words.length - 3))
      const first = add(words.slice(0, cut).join(' '), voice)
      atMs += chance.between(100, 400)
      placed.push([first, add(words.slice(cut).join(' '), voice)])
    } else placed.push([add(text, voice)])
    spoke = line.person
  }
  return { segments, placed }
}

function misheard({ text }: ScriptLine, world: World): string {
  const { chance } = world
  let heard = text
  if (chance.next() < shares.hesitating) heard = hesitating(heard, world)
  if (chance.next() < shares.misheard) heard = swapped(heard, world)
  if (chance.next() < shares.plain) heard = plain(heard, world)
  return heard
}

/** At the beginning, or somewhere in it; or a word that is said twice. */
function hesitating(text: string, { phrases, chance, names }: World): string {
  const words = text.split(' ')
  const first = words[0] ?? ''
  const isName = names.some((name) => first.startsWith(name))
  const draw = chance.next()
  if (draw < 0.25 && words.length > 3 && !isName && !/[,.]/.test(first))
    return [first, /^I\b/.test(first) ? first : first.toLowerCase(), ...words.slice(1)].join(' ')
  const sound = chance.pick(phrases.hesitations)
  if (draw < 0.75 || words.length < 4) {
    const kept = isName || /^I\b/.test(first) ? first : first.toLowerCase()
    const capital = sound.charAt(0).toUpperCase() + sound.slice(1)
    return `${capital}, ${[kept, ...words.slice(1)].join(' ')}`
  }
  const at = Math.round(chance.between(1, words.length - 2))
  return [...words.slice(0, at), `${sound.split(' ')[0]},`, ...words.slice(at)].join(' ')
}

function swapped(text: string, { phrases }: World): string {
  for (const entry of phrases.misheard) {
    const [word = '', heard = ''] = entry.split(' = ')
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u')
    if (found.test(text)) return text.replace(found, heard)
  }
  return text
}

/** Without punctuation, and in lower case. A question that only its mark makes one keeps the mark. */
function plain(text: string, { language, chance, names }: World): string {
  const needsMark = text.includes('?') && !asksByWords[language].test(text)
  const bare = text.replaceAll(needsMark ? /[,.:]/g : /[,.:?]/g, '').trim()
  if (chance.next() < 0.5) return bare.toLowerCase()
  return names.some((name) => bare.startsWith(name)) || /^I\b/.test(bare)
    ? bare
    : bare.charAt(0).toLowerCase() + bare.slice(1)
}

const asksByWords = {
  en: /^(when|who|what|how|why|where|which)\b/i,
  it: /^(quando|chi|cosa|che|come|perché|dove|quale|quanto|quanti|quante|a che)\b/i,
}

export function uuid(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(chance.next() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

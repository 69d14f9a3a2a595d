/** What live text is measured with: the sample meeting, a composed one with a time for every word, and files of one's own. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readSound, type Sound } from './replay/sound.ts'
import { samplePath } from './samples.ts'
import { readBank } from './sounds/bank.ts'
import { compose, type Said, type Scene } from './sounds/compose.ts'

export interface LiveScene extends Scene {
  readonly name: string
}

const sampleMeeting = 'meeting-45s-stereo-48k'

export async function bundledScenes(seconds = 180): Promise<LiveScene[]> {
  const composed = compose(await readBank(), { manner: 'talk', seconds, seed: 1 })
  return [
    await fileScene(samplePath(sampleMeeting)),
    { name: `composed meeting, ${seconds} s`, ...composed },
  ]
}

/** A file's words stand beside it: sentences with times in `.json`, or only their text in `.txt`. */
export async function fileScene(path: string): Promise<LiveScene> {
  const sound = await readSound(path, 'split').catch(() => readSound(path, 'mix'))
  return { name: basename(path), sound, said: saidBeside(path, sound) }
}

interface Sentence {
  readonly speaker?: string
  readonly start: number
  readonly end: number
  readonly text: string
}

function saidBeside(path: string, { tracks }: Sound): Said[] {
  const base = path.replace(/\.[^./\\]+$/, '')
  const [only = 'mix', other = only] = tracks
  if (existsSync(`${base}.json`)) {
    const lines = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as readonly Sentence[]
    return lines.map(({ speaker, start, end, text }) => ({
      track: speaker === 'B' ? other : only,
      words: timedAtTheEnds(text, start * 1000, end * 1000),
    }))
  }
  if (!existsSync(`${base}.txt`) || tracks.length > 1) return []
  const text = readFileSync(`${base}.txt`, 'utf8').trim()
  return [{ track: only, words: text.split(/\s+/).map((word) => untimed(word)) }]
}

/** Of a sentence only the beginning of its first word and the end of its last one are known. */
function timedAtTheEnds(text: string, startMs: number, endMs: number): Said['words'] {
  const words = text.split(' ')
  return words.map((word, n) => ({
    text: word,
    startMs: n === 0 ? startMs : null,
    endMs: n === words.length - 1 ? endMs : null,
  }))
}

function untimed(text: string): Said['words'][number] {
  return { text, startMs: null, endMs: null }
}

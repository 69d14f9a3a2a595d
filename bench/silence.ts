/** Whether words come of sound in which nobody speaks. */
import { atMost, type Bench, rounded, told } from './figures.ts'
import { soundOf } from './replay/sound.ts'
import { replay } from './replay/replay.ts'
import { notSpeech } from './sounds/not-speech.ts'

/** Sounds are made in stretches that differ from each other. */
const stretchMinutes = 3

interface Counts {
  readonly minutes: number
  readonly committed: number
  readonly shown: number
  readonly 'taken for a voice, s': number
  readonly 'unread s': number
}

interface Row extends Counts, Readonly<Record<string, string | number>> {
  readonly sound: string
}

/** So many minutes in all, shared by the kinds of sound. */
export async function benchSilence(minutes: number): Promise<Bench> {
  const table: Row[] = []
  for (const [name, make] of Object.entries(notSpeech)) {
    const share = minutes / Object.keys(notSpeech).length
    table.push({ sound: name, ...(await listen(make, share)) })
  }
  const sum = (of: (row: Row) => number): number => table.reduce((total, row) => total + of(row), 0)
  return {
    title: `No words of what is no speech (${minutes} min, the sound stands still while anything is computed)`,
    figures: [
      atMost(
        0,
        told(
          'words committed',
          sum((row) => row.committed),
          'words',
        ),
      ),
      atMost(
        0,
        told(
          'words shown',
          sum((row) => row.shown),
          'words',
        ),
      ),
      atMost(
        0,
        told(
          'captured and never read',
          sum((row) => row['unread s']),
          's',
        ),
      ),
    ],
    table,
  }
}

async function listen(
  make: (seconds: number, seed: number) => Int16Array,
  minutes: number,
): Promise<Counts> {
  let committed = 0
  let shown = 0
  let voicedMs = 0
  let unreadMs = 0
  let doneMs = 0
  for (let seed = 1; doneMs < minutes * 60_000; seed++) {
    const seconds = Math.min(stretchMinutes * 60, Math.ceil(minutes * 60 - doneMs / 1000))
    const { events, transcript, voiced, meeting } = await replay(
      soundOf({ them: make(seconds, seed) }),
      { clock: 'stopped' },
    )
    committed += transcript.segments.reduce((sum, { words }) => sum + words.length, 0)
    for (const { event } of events)
      if (event.type === 'hypothesis.changed') shown += wordsIn(event.hypothesis?.text ?? '')
    voicedMs += voiced.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
    unreadMs += meeting.unreadMs + seconds * 1000 - meeting.durationMs
    doneMs += seconds * 1000
  }
  return {
    minutes: rounded(doneMs / 60_000, 1),
    committed,
    shown,
    'taken for a voice, s': rounded(voicedMs / 1000, 1),
    'unread s': rounded(unreadMs / 1000),
  }
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

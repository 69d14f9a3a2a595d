/** Whether words come of sound in which nobody speaks. */
import type { Parts } from '#engine/parts.ts'
import { windowSamples } from '#engine/voice/voice-rules.ts'
import { atMost, type Bench, rounded, told } from './figures.ts'
import { soundOf } from './replay/sound.ts'
import { replay } from './replay/replay.ts'
import { notSpeech } from './sounds/not-speech.ts'

/** Sounds are made in stretches that differ from each other. */
const stretchSeconds = 180

/** Of the sound that is read as if all of it were a voice. */
const voicedShare = 0.1

interface Counts {
  readonly committed: number
  readonly shown: number
  readonly voicedMs: number
  readonly unreadMs: number
}

const none: Counts = { committed: 0, shown: 0, voicedMs: 0, unreadMs: 0 }

interface Row extends Counts {
  readonly sound: string
  /** Of the share that voice detection was not asked about. */
  readonly anyway: Counts
}

/** So many minutes in all, shared by the kinds of sound. */
export async function benchSilence(minutes: number): Promise<Bench> {
  const rows: Row[] = []
  const seconds = (minutes * 60) / Object.keys(notSpeech).length
  for (const [sound, make] of Object.entries(notSpeech)) {
    const heard = await listen(make, seconds)
    rows.push({ sound, ...heard, anyway: await listen(make, seconds * voicedShare, allVoice) })
  }
  const total = rows.reduce(plus, none)
  const anyway = rows.map((row) => row.anyway).reduce(plus, none)
  return {
    title: `No words of what is no speech (${minutes} min, the sound stands still while anything is computed)`,
    figures: [
      atMost(0, told('words committed', total.committed, 'words')),
      atMost(0, told('words shown', total.shown, 'words')),
      atMost(0, told('captured and never read', rounded(total.unreadMs / 1000), 's')),
      told('words committed, if all were taken for a voice', anyway.committed, 'words'),
      told('words shown, if all were taken for a voice', anyway.shown, 'words'),
    ],
    table: rows.map((row) => ({
      sound: row.sound,
      minutes: rounded(seconds / 60, 1),
      committed: row.committed,
      shown: row.shown,
      'taken for a voice, s': rounded(row.voicedMs / 1000, 1),
      'committed anyway': row.anyway.committed,
      'shown anyway': row.anyway.shown,
    })),
  }
}

/** Voice detection is the first gate; behind it the others can be seen at work. */
function allVoice(parts: Parts): Parts {
  const detect = async (_: string, samples: Int16Array): Promise<number[]> =>
    Array.from({ length: samples.length / windowSamples }, () => 0.9)
  return { ...parts, recognizer: { ...parts.recognizer, detect } }
}

async function listen(
  make: (seconds: number, seed: number) => Int16Array,
  seconds: number,
  adapt?: (parts: Parts) => Parts,
): Promise<Counts> {
  let counts = none
  for (let done = 0, seed = 1; done < seconds; done += stretchSeconds, seed++) {
    const length = Math.ceil(Math.min(stretchSeconds, seconds - done))
    const sound = soundOf({ them: make(length, seed) })
    const replayed = await replay(sound, { clock: 'stopped', ...(adapt && { adapt }) })
    const { events, transcript, voiced, meeting } = replayed
    counts = plus(counts, {
      committed: transcript.segments.reduce((sum, { words }) => sum + words.length, 0),
      shown: events.reduce((sum, { event }) => sum + wordsIn(event), 0),
      voicedMs: voiced.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
      unreadMs: meeting.unreadMs + length * 1000 - meeting.durationMs,
    })
  }
  return counts
}

type Told = Awaited<ReturnType<typeof replay>>['events'][number]['event']

function wordsIn(event: Told): number {
  if (event.type !== 'hypothesis.changed') return 0
  const text = event.hypothesis?.text ?? ''
  return text.split(/\s+/).filter((word) => word !== '').length
}

function plus(a: Counts, b: Counts): Counts {
  return {
    committed: a.committed + b.committed,
    shown: a.shown + b.shown,
    voicedMs: a.voicedMs + b.voicedMs,
    unreadMs: a.unreadMs + b.unreadMs,
  }
}

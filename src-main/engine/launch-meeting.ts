/** Sets a meeting to work: its source fills the recording, a reader per track follows it. */
import type { EngineEvent } from '#contract/events.ts'
import { type MeetingId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import { announcing } from './announce-source.ts'
import { toSamples } from './audio/frames.ts'
import { keepSource } from './audio/keep-source.ts'
import type { Recording } from './audio/recording.ts'
import type { Source } from './audio/source.ts'
import type { DiskWarnings } from './disk-warnings.ts'
import { followText, type TextFollower } from './follow-text.ts'
import { liveControls } from './live-controls.ts'
import { type FollowedRecognition, followRecognition } from './live-recognition.ts'
import { meetingPace } from './meeting-pace.ts'
import { type ChosenModel, refuseLanguage } from './model-choice.ts'
import type { Keeping, Parts } from './parts.ts'
import { type PatientCommits, patientCommits } from './patient-commits.ts'
import { readFinal, readLive } from './pipeline.ts'
import { type Alongside, refineAlong } from './refine-along.ts'
import { refiningParts } from './refining-parts.ts'
import { type MeetingRun, runMeeting } from './run-meeting.ts'
import {
  pauseWhileSounding,
  readAgain,
  tellingOfWork,
  textTrouble,
  type Trouble,
} from './read-again.ts'
import type { Turns } from './runtime/turns.ts'
import { heedlessOfSilence, stoppingAtSilence, type WatchedSource } from './stop-at-silence.ts'
import { RECOGNITION } from './store/reader-positions.ts'
import { theirWordsSoFar } from './their-words-so-far.ts'
import type { MeetingReading } from './track-reader.ts'
import { userTerms } from './vocabulary-commands.ts'
import { type ExpectedTerms, expectedTerms } from './vocabulary/expected-terms.ts'

/** Sound that is not read yet and longer than this may be speech that nobody knows of. */
const behind = toSamples(5_000)

/** What all meetings of one engine share. */
export interface Work {
  readonly parts: Parts
  readonly tell: (event: EngineEvent) => void
  readonly turns: Turns
  /** Whether a segment may still grow. */
  readonly isOpen: (id: SegmentId) => boolean
  /** Called when a meeting has begun, before that is told. */
  readonly begun: (run: MeetingRun) => void
  /** Called when everything heard has its text and nobody works on the meeting any more, before that is told. */
  readonly afterwards: (meetingId: MeetingId) => void
}

export interface Launch {
  readonly meetingId: MeetingId
  readonly keeping: Keeping
  readonly claim: Disposable | null
  readonly recording: Recording
  readonly source: Source
  readonly model: ChosenModel
  readonly language: string
  readonly style: 'live' | 'final'
  /** Null: it is not ended by silence. */
  readonly stopAfterSilenceMs: number | null
  /** What is finished is read again, by stronger means, while the machine has nothing else to do. */
  readonly refine: boolean
  /** Names and terms of this meeting. */
  readonly vocabulary: readonly string[]
  /** Tells of a disk that takes nothing. */
  readonly disk: DiskWarnings
}

export function launchMeeting(work: Work, launch: Launch): MeetingRun {
  const { parts, tell } = work
  const { meetingId, recording, model, style } = launch
  const expected = expectedTerms(launch.vocabulary, () => userTerms(parts.keeping.store.settings))
  const { recognizer } = parts
  const recognition = followRecognition({
    meetingId,
    model,
    recognizer,
    clock: parts.clock,
    tell,
  })
  const reading = readingOf(launch, expected, { tell, recognition })
  const followed = new Set(recording.tracks)
  const warn = (warning: Warning): void => tell({ type: 'meeting.warned', meetingId, ...warning })
  const text = followText({
    ...languageOf(work, launch, reading),
    loadIdentifier: parts.loadLanguageIdentifier,
    expected,
    warn,
    onBug: (error) => parts.log.bug('text.unfollowed', error),
  })
  const silence = endingWith(launch, {
    isSpeaking: () => isSpeaking(reading, followed),
    warn,
    changed: () => controls && tell({ type: 'hearing.changed', hearing: controls.hearing() }),
    stop: () => run.stop('silence'),
  })
  const { source } = silence
  const commits = patientCommits({
    store: launch.keeping.store,
    clock: parts.clock,
    troubled: launch.disk.text,
    isSlow: launch.disk.isSlow,
  })
  const controls = source.controls && liveControls(meetingId, source.controls, silence)
  const faces = { meetingId, tell, warn, silenceEndsInMs: () => silence.endsInMs() }
  const run = runMeeting(parts, tell, {
    meetingId,
    keeping: launch.keeping,
    claim: launch.claim,
    sound: recording,
    totalMs: source.totalMs,
    readTo: (track) => reading.readTo.get(track) ?? 0,
    leaveOnStop: style === 'final',
    readers: readersOf(
      work,
      { ...launch, reading, followed, text, recognition, commits },
      textTrouble(warn),
    ),
    async hear() {
      await using listening = source
      await keepSource(announcing(listening, faces), recording)
    },
    controls,
    commits,
    stopSource: () => source.stop(),
    afterwards: () => work.afterwards(meetingId),
    closeRecording: () => recording.close(),
    recognition: recognition.now,
    setLanguage(language) {
      refuseLanguage(model, language)
      reading.language = language
      text.languageChanged()
    },
  })
  // Whoever hears of it may stop it at once.
  work.begun(run)
  tell({ type: 'meeting.started', meeting: run.meeting() })
  if (model.warning) warn(wholeWarning('model_missing', model.warning))
  logEnd(parts, run, reading)
  void run.over.then(() => recognition[Symbol.dispose]())
  return run
}

function readingOf(
  { meetingId, keeping, recording, model, language }: Launch,
  expected: ExpectedTerms,
  { tell, recognition }: Pick<Work, 'tell'> & Pick<Followed, 'recognition'>,
): MeetingReading {
  const readTo = new Map(
    recording.tracks.map((track) => [
      track,
      keeping.store.positions.read(meetingId, track, RECOGNITION),
    ]),
  )
  const speaking = new Set<TrackName>()
  const sound = recording
  const theirs = theirWordsSoFar(keeping.store, meetingId)
  const { path: modelPath, smaller } = model
  const pace = meetingPace(meetingId, tell, recognition.paced)
  const known = {
    meetingId,
    sound,
    modelPath,
    smallerPath: smaller?.path ?? null,
    language,
    readTo,
    speaking,
    theirs,
    pace,
  }
  return { ...known, vocabulary: expected.terms, modelMs: 0 }
}

/** The language of a meeting; who shows it is told when the first speech has settled it. */
function languageOf({ tell }: Work, { meetingId, keeping }: Launch, reading: MeetingReading) {
  return {
    language: () => reading.language,
    settled: () => {
      const meeting = keeping.store.meetings.read(meetingId)
      if (meeting) tell({ type: 'meeting.changed', meeting })
    },
  }
}

/** The source, ended by silence where that was asked for. */
function endingWith(
  { source, stopAfterSilenceMs }: Launch,
  rules: Omit<Parameters<typeof stoppingAtSilence>[1], 'afterMs'>,
): WatchedSource {
  if (stopAfterSilenceMs === null) return heedlessOfSilence(source)
  return stoppingAtSilence(source, { ...rules, afterMs: stopAfterSilenceMs })
}

/** Also what a reader has not come to yet may be speech; one that has failed will never come to it. */
function isSpeaking(
  { sound, readTo, speaking }: MeetingReading,
  followed: ReadonlySet<TrackName>,
): boolean {
  const isBehind = (track: TrackName): boolean =>
    sound.length(track) - (readTo.get(track) ?? 0) > behind
  return speaking.size > 0 || [...followed].some(isBehind)
}

interface Followed extends Launch {
  readonly reading: MeetingReading
  /** The tracks that are still read. */
  readonly followed: Set<TrackName>
  readonly text: TextFollower
  readonly recognition: FollowedRecognition
  readonly commits: PatientCommits
}

/** The model is loaded by whoever first needs it, so that a live meeting is heard while it loads. */
function readersOf(work: Work, launch: Followed, trouble: Trouble) {
  const { parts, tell, turns } = work
  const { keeping, recording, model, style, reading, followed, text, recognition } = launch
  const { clock, liveRules, log, newId } = parts
  const recognizer = tellingOfWork(parts.recognizer, () => trouble.over())
  const newSegmentId = (): SegmentId => SegmentId.parse(newId())
  const newRefusalId = (): RefusalId => RefusalId.parse(newId())
  const { store } = keeping
  const ids = { newSegmentId, newRefusalId }
  const telling = (event: EngineEvent): void => {
    tell(event)
    if (event.type === 'segment.committed') text.committed(event.segment)
  }
  // A file can be read again when there is room; what was said live is not said again.
  const commit = style === 'live' ? launch.commits.commit : store.transaction
  const pipeline = { store, commit, recognizer, liveRules, turns, ...ids, tell: telling, log }
  async function readOnce(track: TrackName, signal: AbortSignal): Promise<void> {
    recognition.loaded(await recognizer.load(model.path))
    await (style === 'live' ? readLive : readFinal)(pipeline, reading, track, signal)
  }
  const again = launch.refine ? refineAlong(refiningParts(work, keeping), alongside(launch)) : null
  return recording.tracks.map((track) => async (signal: AbortSignal) => {
    const read = (): Promise<void> => readOnce(track, signal)
    const pause = (ms: number) => pauseWhileSounding(clock, recording, track, ms, signal)
    try {
      if (style === 'final') return await read()
      await readAgain({
        read,
        position: () => reading.readTo.get(track) ?? 0,
        hasEnded: () => pause(0),
        pause,
        trouble,
        restMs: () => recognizer.health().restMs,
        hurry: recognizer.hurry,
        signal,
      })
    } finally {
      followed.delete(track)
      if (track === 'them') reading.theirs.end()
      if (followed.size === 0) await again?.stop()
    }
  })
}

/** What reading again needs to know of a meeting that goes on. */
function alongside({ meetingId, recording, model, reading }: Followed): Alongside {
  return {
    meetingId,
    sound: recording,
    language: () => reading.language,
    vocabulary: () => reading.vocabulary(),
    model: { modelId: model.id, modelPath: model.path },
    readTo: (track) => reading.readTo.get(track) ?? 0,
    isSpeaking: () => reading.speaking.size > 0,
  }
}

function logEnd({ clock, log }: Parts, { meetingId, over }: MeetingRun, reading: MeetingReading) {
  const startedAtMs = clock.now()
  void over.then(({ outcome }) => {
    const wallMs = clock.now() - startedAtMs
    const modelMs = Math.round(reading.modelMs)
    log.info('meeting.over', { meetingId, outcome, wallMs, modelMs })
  })
}

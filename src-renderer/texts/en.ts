import type { GapCause } from '#contract/account.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { Warning } from '#contract/warning.ts'
import { understood } from './en-understood.ts'

/** Why something that was asked for did not work. The engine says so in English; another language needs its own. */
const byCode: Readonly<Partial<Record<ErrorCode, string>>> = {}

type WarningText = (warning: Pick<Warning, 'track' | 'name' | 'over'>) => string

/** What the engine warns of while a meeting goes on, and that it is over; it says so in English too. */
const byWarning: Readonly<Partial<Record<ErrorCode, WarningText>>> = {}

/** Why something was understood and not shown. */
const byRule: Readonly<Record<string, string>> = {
  not_speech: 'A sound, not speech.',
  nobody_spoke: 'Hardly anybody seems to have spoken.',
  loop: 'The same words, again and again.',
  repetitive: 'The same words, again and again.',
  too_fast: 'More words than anybody can say in that time.',
  media_phrase: 'A phrase that models write where nobody speaks.',
  unvoiced: 'No voice was heard there.',
  prompt_echo: 'The model repeated the names and terms it was told to expect.',
  bleed: 'The loudspeaker said it, not the microphone’s person.',
}

/** Why sound is missing, as the end of a sentence. */
const causes: Readonly<Record<GapCause, string>> = {
  no_device: 'no device was connected',
  device_lost: 'the device was lost',
  device_changed: 'the device was changed',
  device_glitch: 'the device itself dropped it',
  overrun: 'this computer was too busy',
  deaf: 'the device was on, but nothing arrived',
  muted: 'the microphone was muted',
  sleep: 'the computer slept',
  file_hole: 'the file has a hole',
}

/** The English texts. Their shape is the law for every other language. */
export const en = {
  appName: 'RTSTT',
  skipToContent: 'Skip to the content',
  library: 'Meetings',
  backToLibrary: 'All meetings',
  localOnly: 'Speech and text stay on this computer.',
  language: 'Language',
  loading: 'Loading…',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  tryAgain: 'Try again',
  notices: 'Messages',
  nowhere: 'There is no such page here.',
  gone: 'This meeting is not here, or no longer.',

  connecting: 'Connecting to the engine…',
  linkLost: 'The connection to RTSTT is lost. What you see may be out of date. Reconnecting…',
  engineGone: 'RTSTT cannot be reached at the moment. Try again when the connection is back.',
  somethingBroke: 'Something went wrong in RTSTT itself. Reload the page and try again.',

  record: 'Record',
  starting: 'Starting…',
  chosenSound: 'What is recorded',
  hearBoth: 'Microphone and computer sound',
  hearMicrophone: 'Only the microphone',
  hearSystem: 'Only computer sound',
  microphone: 'Microphone',
  system: 'Computer sound',
  systemDefault: 'System default',
  named: (what: string, name: string) => `${what} (${name})`,
  notConnected: (name: string) => `${name} (not connected)`,
  stopAfterSilence: 'Stop after silence',
  never: 'Never',
  minutes: (count: number) => `${count} minutes`,
  stopsAfterSilence: (count: number) => `stops after ${count} minutes of silence`,
  noMicrophone:
    'No microphone is connected, or the system does not let RTSTT use one. Connect one, or allow it in the system’s privacy settings; it appears here at once.',
  noSystem:
    'There is no output whose sound could be recorded. Connect or switch on speakers or headphones; they appear here at once.',
  missingDevice: (name: string) => `“${name}” is not connected. Connect it, or take another one.`,
  takeDefault: 'Take the system default',
  takeOnlySystem: 'Record only computer sound',
  takeOnlyMicrophone: 'Record only the microphone',
  devicesUnknown: 'The microphones and outputs cannot be listed.',
  detectLanguage: 'Detect by listening',
  expectedTerms: 'Names and terms of this meeting',
  expectedExample: 'Anna, billing system',
  expectedHint:
    'Separated by commas. They are expected in this meeting besides those of all meetings.',
  vocabulary: 'Names and terms',
  vocabularyWhy:
    'Names and technical terms that are said in your meetings. The recogniser is told to expect them; the more of them, the less each one counts.',
  terms: (count: number) => (count === 1 ? '1 term' : `${count} terms`),
  termsUnknown: 'The names and terms cannot be read at the moment.',
  addTerms: 'Add names and terms',
  addTermsHint:
    'One on each line, or in one line separated by commas. A table may be pasted too: its first column counts.',
  add: 'Add',
  added: (count: number) =>
    count === 0 ? 'Nothing new.' : count === 1 ? '1 term added.' : `${count} terms added.`,
  addedLeftOut: (count: number, columns: number) =>
    `${count === 1 ? '1 term' : `${count} terms`} added. Of each line the first column counts; ${columns} others were left out.`,
  removeTerm: (term: string) => `Remove ${term}`,
  removeAllTerms: 'Remove all',
  removeAllTitle: (count: number) => `Remove all ${count} terms?`,
  removeAllWhy: 'Future meetings no longer expect them. What is written stays.',
  liveNow: 'Live now',
  openLive: (title: string) => `Live now: open ${title}`,
  openPaused: (title: string) => `Paused: open ${title}`,

  searchLabel: 'Search all meetings',
  searchHint: 'Search everything that was said',
  searching: 'Searching…',
  hits: (count: number) => (count === 1 ? '1 place' : `${count} places`),
  firstHits: (count: number) => `The first ${count} places. Add words to narrow the search.`,
  noHits: (query: string) => `Nothing found for “${query}”.`,
  today: 'Today',
  yesterday: 'Yesterday',
  emptyTitle: 'No meetings yet',
  emptyRecord:
    'Press Record when your next meeting starts. Its text appears here while people speak.',
  emptyFile: 'Or turn a sound or video file into text from a terminal:',
  emptyCommand: 'rtstt transcribe meeting.mp4',
  stateLive: 'Live now',
  stateInterrupted: 'Interrupted',
  interruptedWhy: 'RTSTT stopped in the middle of this meeting. Its recording is safe.',
  interruptedUnread: (length: string) => `${length} of recorded sound have no text yet.`,
  finish: 'Finish from the recording',
  finishing: 'Reading the recording…',

  transcript: 'Transcript',
  drawAll: (count: number): string =>
    `Show the whole text at once, for screen readers (${count} paragraphs)`,
  unsure: 'unsure',
  dottedWords: 'Dotted words',
  dottedMeans: 'may be wrong: the recogniser was unsure of them.',
  me: 'Me',
  them: 'Them',
  noLive: 'Nothing is being recorded.',
  waitingForSpeech: 'Listening. Text appears here as soon as somebody speaks.',
  stop: 'Stop',
  stopping: 'Reading the last words…',
  recording: 'Recording',
  readingFile: 'Listening to the file',
  ended: 'Ended. Everything that was heard is stored.',
  endedBySilence:
    'Stopped by itself: nobody spoke for as long as was chosen. Everything that was heard is stored.',
  endedWithProblem: 'Ended with a problem. What was heard is stored.',
  openMeeting: 'Open the meeting',
  backToLive: 'Back to live',
  behind: (time: string) => `Text ${time} behind`,
  catchingUp: 'Catching up, nothing is left out',
  noSound: (time: string) =>
    `No sound has arrived for ${time}. Check the microphone and the sound source.`,
  tracks: 'What is heard',
  paused: 'Paused',
  pausedWhy: 'Paused. Nothing is recorded until you resume.',
  pause: 'Pause',
  resume: 'Resume',
  mute: 'Mute',
  muteWhat: 'my microphone',
  everything: 'All computer sound',
  noDevice: 'No device',
  level: (voice: string) => `Level: ${voice}`,
  levelWords: { silent: 'silent', soft: 'soft', clear: 'clear', loud: 'very loud' },
  trackStates: {
    opening: 'Opening…',
    hearing: 'Hearing',
    silent: 'Silent',
    lost: 'Lost, trying again',
    deaf: 'On, but nothing arrives',
    ended: 'Ended',
    muted: 'Muted, not recorded',
    paused: 'Paused',
    unknown: 'Not known now',
  },
  trackNews: (voice: string, state: string, device: string) => `${voice}: ${state}. ${device}.`,
  checkSound: 'Check the sound',
  oneSided: (device: string | null) =>
    `You are heard, but nothing has come from the computer for a while. If you hear the others, check that they play on ${device === null ? 'this computer' : `“${device}”`}.`,
  endsSoon: 'Nobody speaks any more: the recording is about to stop by itself.',
  endsIn: (time: string) => `${time} left.`,
  soundKeepsGoing: 'Any sound keeps the recording going.',
  keepOn: 'Keep recording',
  progressOfFile: 'How much of the file has been heard',

  length: 'Length',
  model: 'Model',
  spokenLanguage: 'Spoken language',
  rename: 'Rename',
  newTitle: 'Title',
  export: 'Export',
  formatTxt: 'Plain text (.txt)',
  formatMd: 'Markdown (.md)',
  formatSrt: 'Subtitles (.srt)',
  formatVtt: 'Web subtitles (.vtt)',
  formatJson: 'Data with word times (.json)',
  copy: 'Copy text',
  copied: 'The text is on the clipboard.',
  copyRefused: 'The browser does not allow copying here. Export the text as a file instead.',
  saved: (fileName: string) => `Exported ${fileName}.`,
  delete: 'Delete',
  deleteTitle: (title: string) => `Delete “${title}”?`,
  deleteWhy: 'Its recording and its text are removed from this computer for good.',
  deleted: (title: string) => `“${title}” is deleted.`,
  findLabel: 'Find in this meeting',
  found: (at: number, count: number) => `${at} of ${count}`,
  notFound: 'Not found',
  next: 'Next place',
  previous: 'Previous place',
  captured: 'Captured',
  capturedNote: 'Muted and paused times are not counted as missing.',
  ofTrack: (voice: string, share: string) => `${voice} ${share}`,
  wholeSound: 'Sound',
  recordingGone: 'The recording is gone, so nobody knows what was missed.',
  nothingMissing: 'Nothing is missing.',
  cutShort: 'The sound ended before it should have.',
  heardFrom: 'Heard from',
  more: (count: number) => `And ${count} more.`,
  causes,
  missingHere: (time: string, cause: string) => `${time} missing here: ${cause}`,
  mutedHere: (time: string) => `Microphone muted for ${time}`,
  pausedHere: (time: string | null) =>
    time === null ? 'Paused until the end' : `Paused for ${time}`,
  sleptHere: (time: string | null) =>
    time === null ? 'The computer slept until the end' : `The computer slept for ${time}`,
  byCode,
  byWarning,
  improve: 'Improve the text',
  improving: (share: string) => `Improving the text, ${share}`,
  improvingNow: 'The text is being improved.',
  improvingOf: 'How much of the recording has been read again',
  improvingEnds: {
    running: '',
    done: 'The whole recording was read again.',
    cancelled: 'The recording was not read again to its end. What was improved is kept.',
    too_slow:
      'Reading the whole recording again would take too long on this computer. What was improved is kept.',
    failed: 'The recording could not be read again to its end. What was improved is kept.',
  },
  heldBack: (count: number) =>
    count === 0
      ? 'Nothing is held back any more'
      : count === 1
        ? '1 place held back'
        : `${count} places held back`,
  heldBackWhy:
    'RTSTT understood something here that was probably not said. If it was, you can show it.',
  showIt: 'Show it',
  isShown: 'Shown',
  byRule,
  otherRule: 'It was probably not said.',
  noTextMissing: 'There is no text. Not everything was captured; see above.',
  noText: 'Nothing was said in this meeting.',
  noTextYet: 'There is no text yet.',
  understood,
}

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] }
export type Texts = Shape<typeof en>

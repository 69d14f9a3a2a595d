import type { Transcript } from '#contract/meeting.ts'
import { cutCues } from './cut-cues.ts'
import { timeMark } from './time-marks.ts'

/** WebVTT subtitles, with each voice in its own tag. */
export function toSubtitlesVtt(transcript: Transcript): string {
  const cues = cutCues(transcript).map(({ startMs, endMs, voice, lines }, index) => {
    const times = `${timeMark(startMs, '.')} --> ${timeMark(endMs, '.')}`
    const tag = voice === null ? '' : `<v ${escaped(voice)}>`
    return `${index + 1}\n${times}\n${tag}${lines.map(escaped).join('\n')}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

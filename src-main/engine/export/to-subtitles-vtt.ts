import { cutCues } from './cut-cues.ts'
import { soundLines } from './sound-lines.ts'
import { timeMark } from './time-marks.ts'
import type { ToExport } from './to-export.ts'
import { wordsIn } from './words.ts'

/** WebVTT subtitles, with each voice in its own tag. What became of the sound stands in a note, which no player shows. */
export function toSubtitlesVtt({ transcript, options }: ToExport): string {
  const cues = cutCues(transcript, wordsIn[options.language]).map(
    ({ startMs, endMs, voice, lines }, index) => {
      const times = `${timeMark(startMs, '.')} --> ${timeMark(endMs, '.')}`
      const tag = voice === null || !options.speakers ? '' : voiceTag(voice)
      return `${index + 1}\n${times}\n${tag}${lines.map(escaped).join('\n')}\n`
    },
  )
  const sound = options.gaps ? soundLines(transcript) : []
  const note = sound.length > 0 ? [`NOTE\n${sound.map(escaped).join('\n')}\n`] : []
  return ['WEBVTT\n', ...note, ...cues].join('\n')
}

/** A name that ends with dashes must not become an arrow with the tag's end; readers trim the name. */
function voiceTag(voice: string): string {
  return `<v ${escaped(voice)}${voice.endsWith('--') ? ' ' : ''}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

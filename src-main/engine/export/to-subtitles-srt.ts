import { type Cue, cutCues } from './cut-cues.ts'
import { timeMark } from './time-marks.ts'
import type { ToExport } from './to-export.ts'
import { wordsIn } from './words.ts'

/** SubRip subtitles. */
export function toSubtitlesSrt({ transcript, options }: ToExport): string {
  return cutCues(transcript, wordsIn[options.language])
    .map((cue) => (options.speakers ? cue : { ...cue, voice: null }))
    .map((cue, index) => {
      const times = `${timeMark(cue.startMs, ',')} --> ${timeMark(cue.endMs, ',')}`
      return `${index + 1}\n${times}\n${srtLines(cue).join('\n')}\n\n`
    })
    .join('')
}

/** SubRip knows no voices, so the name stands before the words. It knows no escapes either. */
export function srtLines({ voice, lines }: Cue): string[] {
  return lines.map((line, index) => {
    const spoken = index === 0 && voice !== null ? `${voice}: ${line}` : line
    return spoken.replaceAll('-->', '→')
  })
}

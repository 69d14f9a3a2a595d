import type { TrackName } from '#contract/transcript.ts'
import type { HeardTrack } from '../../state/track-view.ts'
import type { Texts } from '../../texts/en.ts'

export function voiceName(track: TrackName, texts: Texts): string {
  return track === 'mix' ? texts.wholeSound : texts[track]
}

/** What a track hears, in the system's own words where it is one device. */
export function deviceName({ device, everything }: HeardTrack, texts: Texts): string {
  return everything ? texts.everything : (device ?? texts.noDevice)
}

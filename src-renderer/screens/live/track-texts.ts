import type { HeardTrack } from '../../state/track-view.ts'
import type { Translate } from '../../texts/typing.ts'

/** What a track hears, in the system's own words where it is one device. */
export function deviceName({ device, everything }: HeardTrack, t: Translate): string {
  return everything ? t('tracks.everything') : (device ?? t('tracks.noDevice'))
}

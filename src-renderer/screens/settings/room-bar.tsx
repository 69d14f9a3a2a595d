import type { StorageReport } from '#contract/storage.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { byteSize, shortDay } from '../../texts/format.ts'

const kinds = ['sound', 'database', 'models', 'other'] as const

const colours = {
  sound: 'bg-accent',
  database: 'bg-ink',
  models: 'bg-strong-line',
  other: 'bg-line',
} as const

/** What takes how much room: a bar for the eye, and a list with the figures. */
export function RoomBar({ report }: { readonly report: StorageReport }) {
  const { t, locale } = useSpeech()
  const { bytes, freeBytes, hoursThatFit, oldestMeetingAt } = report
  return (
    <div className="grid gap-3">
      <div
        aria-hidden="true"
        className="flex h-3 gap-px overflow-hidden rounded-full border border-line bg-ground"
      >
        {kinds.map((kind) => (
          <span key={kind} className={colours[kind]} style={{ flexGrow: bytes[kind] }} />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-label">
        {kinds.map((kind) => (
          <div key={kind} className="flex items-center gap-2">
            <dt className="flex items-center gap-2 text-quiet">
              <span aria-hidden="true" className={`size-2.5 rounded-full ${colours[kind]}`} />
              {t(`settings.roomKinds.${kind}`)}
            </dt>
            <dd className="tabular-nums">{byteSize(bytes[kind], locale)}</dd>
          </div>
        ))}
        {freeBytes !== null && (
          <div className="flex items-center gap-2">
            <dt className="text-quiet">{t('settings.roomKinds.free')}</dt>
            <dd className="tabular-nums">{byteSize(freeBytes, locale)}</dd>
          </div>
        )}
      </dl>
      <p className="text-label text-quiet">
        {[
          hoursThatFit !== null && t('settings.hoursFit', { count: Math.floor(hoursThatFit) }),
          oldestMeetingAt !== null &&
            t('settings.oldest', { day: shortDay(oldestMeetingAt, locale) }),
        ]
          .filter((part) => part !== false)
          .join(' ')}
      </p>
    </div>
  )
}

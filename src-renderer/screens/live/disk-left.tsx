import { noticeableRoomMs } from '#contract/disk-room.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { roomLeft } from '../../texts/format.ts'

/** How long the disk lasts, where that is not for days; in colour when somebody should do something. */
export function DiskLeft() {
  const { t } = useSpeech()
  const room = useAppState((state) => state.room)
  if (!room || room.leftMs >= noticeableRoomMs) return null
  const look = {
    plenty: '@max-[34rem]/live:sr-only',
    low: 'text-warning',
    short: 'font-semibold text-warning',
    last: 'font-semibold text-danger',
  }[room.level]
  return (
    <p className={`m-0 tabular-nums ${look}`}>
      {t('live.roomLeft', { time: roomLeft(room.leftMs) })}
    </p>
  )
}

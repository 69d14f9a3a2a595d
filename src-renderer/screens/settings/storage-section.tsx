import { useEffect } from 'react'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Skeleton } from '../../pieces/skeleton.tsx'
import { BackupList } from './backup-list.tsx'
import { CopyPath } from './copy-path.tsx'
import { ExemptMeetings } from './exempt-meetings.tsx'
import { Leftovers } from './leftovers.tsx'
import { RetentionSetting } from './retention-setting.tsx'
import { RoomBar } from './room-bar.tsx'
import { SettingBox } from './setting-box.tsx'
import { SelectSetting } from './setting-rows.tsx'
import { useAnswer } from '../../pieces/use-answer.ts'
import { useSettings } from './use-settings.ts'
import { deletedDays, durationText } from './days.ts'

const nothing = {}
const heldRules = { rules: null }

/** Where everything is kept, how much room it takes, and what is removed by itself. */
export function StorageSection() {
  const { t } = useSpeech()
  const { keepDeletedDays } = useSettings().settings
  const report = useAnswer('storage.describe', nothing)
  const due = useAnswer('storage.preview', heldRules)
  const [askReport, askDue] = [report.again, due.again]
  // Whatever a rule removes, or a person, changes both.
  const meetings = useAppState(({ library }) => library.meetings)
  useEffect(() => {
    void askReport()
    void askDue()
  }, [meetings, askReport, askDue])
  const read = async (): Promise<void> => {
    await Promise.all([askReport(), askDue()])
  }
  const known = deletedDays.includes(keepDeletedDays)
  const days = [...deletedDays, ...(known ? [] : [keepDeletedDays])]
  return (
    <>
      <SettingBox name="room" title>
        {report.value ? (
          <RoomBar report={report.value} />
        ) : report.problem === null ? (
          <Skeleton name={t('settings.readingStorage')} lines={2} />
        ) : (
          <p role="alert" className="text-danger">
            {report.problem}
          </p>
        )}
      </SettingBox>
      <SettingBox name="dataFolder" title>
        {report.value && <CopyPath path={report.value.dataFolder} />}
      </SettingBox>
      <RetentionSetting name="keepSoundDays" onApplied={read} />
      <RetentionSetting name="keepMeetingsDays" onApplied={read} />
      {due.value && due.value.exempt.length > 0 && (
        <ExemptMeetings meetings={due.value.exempt} onReleased={read} />
      )}
      <SelectSetting
        name="keepDeletedDays"
        value={`${keepDeletedDays}`}
        options={days.map((number) => ({ value: `${number}`, label: durationText(number, t) }))}
        onChoose={(chosen) => ({ keepDeletedDays: Number(chosen) })}
      />
      <SettingBox name="backups" title>
        <BackupList />
      </SettingBox>
      <SettingBox name="leftovers" title>
        {report.value && <Leftovers found={report.value.leftovers} onCleaned={read} />}
      </SettingBox>
    </>
  )
}

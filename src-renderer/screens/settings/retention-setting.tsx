import { useState } from 'react'
import type { RetentionPreview } from '#contract/storage.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Select } from '../../pieces/select.tsx'
import { durationText, keptDays } from './days.ts'
import { RulePreview } from './rule-preview.tsx'
import { SettingBox } from './setting-box.tsx'
import { useSaving } from './use-saving.ts'
import { useSettings } from './use-settings.ts'

interface Props {
  readonly name: 'keepSoundDays' | 'keepMeetingsDays'
  readonly onApplied: () => Promise<void>
}

interface Wish {
  readonly days: number
  readonly preview: RetentionPreview
}

/** After so many days something is removed; what that removes now is seen before it does. */
export function RetentionSetting({ name, onApplied }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { settings } = useSettings()
  const saving = useSaving()
  const [wish, setWish] = useState<Wish | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { keepSoundDays, keepMeetingsDays } = settings
  const days = settings[name]

  async function apply(chosen: number | null): Promise<void> {
    setWish(null)
    if (await saving.save({ [name]: chosen })) await onApplied()
  }

  async function preview(chosen: number): Promise<void> {
    const rules = { keepSoundDays, keepMeetingsDays, [name]: chosen }
    const answer = await actions.request('storage.preview', { rules })
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    const { sound, meetings } = answer.value
    const due = name === 'keepSoundDays' ? sound.count : meetings.count
    if (due === 0) await apply(chosen)
    else setWish({ days: chosen, preview: answer.value })
  }

  const shown = wish?.days ?? days
  const choices = [...keptDays, ...(shown === null || keptDays.includes(shown) ? [] : [shown])]
  return (
    <SettingBox name={name} saving={problem === null ? saving : { ...saving, problem }}>
      <Select
        label={t(`settingItems.${name}.name`)}
        value={`${shown ?? 'forever'}`}
        options={[
          { value: 'forever', label: t('settings.forever') },
          ...choices.map((number) => ({
            value: `${number}`,
            label: durationText(number, t),
          })),
        ]}
        onChange={(chosen) => {
          if (chosen === 'forever') void apply(null)
          else void preview(Number(chosen))
        }}
      />
      <p className="text-small text-quiet">{t(`settingItems.${name}.hint`)}</p>
      {wish && (
        <RulePreview
          preview={wish.preview}
          of={name === 'keepSoundDays' ? 'sound' : 'meetings'}
          onKept={() => preview(wish.days)}
          onYes={() => void apply(wish.days)}
          onNo={() => setWish(null)}
        />
      )}
    </SettingBox>
  )
}

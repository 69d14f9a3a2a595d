import { type ReactNode, useId } from 'react'
import type { Device } from '#contract/device.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useDeviceChoice } from '../../pieces/use-device-choice.ts'
import { LanguageOptions } from '../../pieces/language-options.tsx'
import { silenceChoicesMs } from '../../state/choice.ts'

/** What to hear, from which devices, in which language, and when to stop. What is chosen here is chosen for next time too. */
export function SoundChooser() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { hear, stopAfterSilenceMs, language } = useAppState(({ choice }) => choice)
  return (
    <>
      <fieldset className="hear">
        <legend className="visually-hidden">{t('record.chosenSound')}</legend>
        {(['both', 'microphone', 'system'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="hear"
              checked={hear === one}
              onChange={() => actions.choose({ hear: one })}
            />
            {t(`record.hear.${one}`)}
          </label>
        ))}
      </fieldset>
      {hear !== 'system' && <DeviceSelect kind="microphone" />}
      {hear !== 'microphone' && <DeviceSelect kind="system" />}
      <Choose
        label={t('meeting.spokenLanguage')}
        value={language ?? ''}
        onChoose={(code) => actions.choose({ language: code === '' ? null : code })}
      >
        <option value="">{t('record.asInSettings')}</option>
        <LanguageOptions />
      </Choose>
      <Choose
        label={t('record.stopAfterSilence')}
        value={`${stopAfterSilenceMs ?? ''}`}
        onChoose={(value) =>
          actions.choose({ stopAfterSilenceMs: value === '' ? null : Number(value) })
        }
      >
        <option value="">{t('record.asInSettings')}</option>
        <option value="0">{t('record.never')}</option>
        {silenceChoicesMs.map((ms) => (
          <option key={ms} value={ms}>
            {t('record.minutes', { count: ms / 60_000 })}
          </option>
        ))}
      </Choose>
      <ExpectField />
    </>
  )
}

/** Names and terms of the next meeting alone; they are forgotten when it begins. */
function ExpectField() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [id, hintId] = [useId(), useId()]
  const expected = useAppState((state) => state.expected)
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('record.expectedTerms')}</label>
      <input
        id={id}
        value={expected}
        placeholder={t('record.expectedExample')}
        aria-describedby={hintId}
        spellCheck={false}
        onChange={({ target }) => actions.expect(target.value)}
      />
      <p id={hintId}>{t('record.expectedHint')}</p>
    </div>
  )
}

function DeviceSelect({ kind }: { readonly kind: Device['kind'] }) {
  const { t } = useSpeech()
  const { value, options, choose } = useDeviceChoice(kind)
  return (
    <Choose label={t(`record.${kind}`)} value={value} onChoose={choose}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Choose>
  )
}

interface ChooseProps {
  readonly label: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}

function Choose({ label, value, onChoose, children }: ChooseProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
      </select>
    </div>
  )
}

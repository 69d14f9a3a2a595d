import { useId, useRef, useState } from 'react'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { RecordButton } from '../../pieces/record-button.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { useDevices } from '../../pieces/use-devices.ts'
import { chosenDevices } from './chosen-texts.ts'
import { Obstacles } from './obstacles.tsx'
import { SoundChooser } from './sound-chooser.tsx'

/** The way to begin: one button, and beside it what it will record. */
export function RecordPanel() {
  const speech = useSpeech()
  const { t } = speech
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const chooserId = useId()
  const choice = useAppState((state) => state.choice)
  const devices = useDevices()

  return (
    <section className="record-panel" aria-label={t('record.chosenSound')}>
      <RecordButton size="large" />
      <button
        type="button"
        ref={button}
        className="chosen"
        aria-expanded={open}
        aria-controls={chooserId}
        onClick={() => setOpen(!open)}
      >
        <span className="chosen-text">
          <span className="visually-hidden">{t('record.chosenSound')}: </span>
          <span className="chosen-what">{t(`record.hear.${choice.hear}`)}</span>
          <span className="quiet">{chosenDevices(choice, devices, speech).join(' · ')}</span>
        </span>
        <Symbol name={open ? 'up' : 'down'} />
      </button>
      <div
        id={chooserId}
        className="chooser"
        hidden={!open}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          setOpen(false)
          button.current?.focus()
        }}
      >
        <SoundChooser />
      </div>
      <Obstacles />
    </section>
  )
}

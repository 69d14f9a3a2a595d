import { Popover as Base } from '@base-ui/react/popover'
import { type SubmitEvent, useEffect, useId, useState } from 'react'
import { longestName, type Speaker } from '#contract/edit.ts'
import { useApp, useSpeech } from '../../../pieces/app-context.ts'
import { Button } from '../../../pieces/button.tsx'
import { besideLook } from '../../../pieces/over-look.ts'
import { TextField } from '../../../pieces/text-field.tsx'
import { type Editing, type NamedVoice, useEditingState } from './editing-store.ts'
import { useNaming } from './use-naming.ts'

/** Beside a name: what the voice is called, here or everywhere. */
export function SpeakerPopover({ editing }: { readonly editing: Editing }) {
  const { t } = useSpeech()
  const voice = useEditingState((state) => state.voice)
  const close = (): void => editing.store.setState({ voice: null })
  return (
    <Base.Root open={voice !== null} onOpenChange={(open) => !open && close()}>
      <Base.Portal>
        <Base.Positioner
          anchor={voice?.beside ?? null}
          sideOffset={6}
          align="start"
          className="z-50"
        >
          <Base.Popup
            data-over
            className={`${besideLook} grid w-80 gap-3 p-4`}
            finalFocus={() => (voice?.beside instanceof HTMLElement ? voice.beside : null)}
          >
            <Base.Title className="text-base font-semibold">{t('editing.whoSpeaks')}</Base.Title>
            {voice && <NameForm editing={editing} voice={voice} onDone={close} />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface FormProps {
  readonly editing: Editing
  readonly voice: NamedVoice
  readonly onDone: () => void
}

function NameForm({ editing: { meetingId }, voice, onDone }: FormProps) {
  const { t } = useSpeech()
  const [name, setName] = useState(voice.speaker ?? '')
  const [where, setWhere] = useState(voice.where)
  const { save, problem } = useNaming(meetingId, voice, onDone)
  const group = useId()
  return (
    <form
      className="grid gap-3"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        void save(name.trim(), where)
      }}
    >
      <TextField
        label={t('editing.name')}
        value={name}
        onChange={setName}
        problem={problem}
        maxLength={longestName}
        autoComplete="off"
        dir="auto"
        required
        onFocus={({ target }) => target.select()}
      />
      <KnownNames meetingId={meetingId} except={name} onChoose={setName} />
      <fieldset className="grid gap-1">
        <legend className="sr-only">{t('editing.whereLabel')}</legend>
        {(['everywhere', 'here'] as const).map((place) => (
          <label key={place} className="flex min-h-8 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name={group}
              className="accent-accent"
              checked={where === place}
              onChange={() => setWhere(place)}
            />
            {t(place === 'here' ? 'editing.onlyHere' : 'editing.everywhere')}
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" disabled={name.trim() === ''}>
          {t('editing.saveName')}
        </Button>
        {voice.speaker !== null && (
          <Button kind="quiet" onClick={() => void save(null, where)}>
            {t('editing.removeName')}
          </Button>
        )}
      </div>
    </form>
  )
}

interface NamesProps {
  readonly meetingId: Editing['meetingId']
  readonly except: string
  readonly onChoose: (name: string) => void
}

function KnownNames({ meetingId, except, onChoose }: NamesProps) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [speakers, setSpeakers] = useState<readonly Speaker[]>([])
  useEffect(() => {
    let here = true
    void actions.edit('speaker.list', { meetingId }).then(({ answer }) => {
      // Without them a name can still be written.
      if (here && answer) setSpeakers(answer)
    })
    return () => {
      here = false
    }
  }, [actions, meetingId])
  const names = speakers.flatMap(({ name }) => (name === null || name === except ? [] : [name]))
  if (names.length === 0) return null
  return (
    <div role="group" aria-label={t('editing.knownNames')} className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <Button key={name} size="small" onClick={() => onChoose(name)}>
          <bdi className="max-w-56 truncate">{name}</bdi>
        </Button>
      ))}
    </div>
  )
}

import { useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Action, Due } from '#contract/insight.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { plainDay } from '../../texts/format.ts'
import { Cites } from './cite.tsx'
import { InsightEditor } from './insight-editor.tsx'
import { Item } from './item.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly action: Action
}

/** Something to do: who, and until when. */
export function ActionItem({ meetingId, action }: Props) {
  const tick = <Tick meetingId={meetingId} action={action} />
  return (
    <Item
      meetingId={meetingId}
      insight={action}
      before={tick}
      editor={(onDone) => <ActionEditor meetingId={meetingId} action={action} onDone={onDone} />}
    >
      <p className={action.done ? 'done quiet' : undefined}>{action.text}</p>
      <p className="item-facts quiet">
        <Owner owner={action.owner} />
        {action.due && <DueDay due={action.due} />}
        <Cites citations={action.citations} />
      </p>
    </Item>
  )
}

/** Shows at once what was ticked; should it not work, it is as it was. */
function Tick({ meetingId, action }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [wanted, setWanted] = useState<boolean | null>(null)
  async function set(done: boolean): Promise<void> {
    setWanted(done)
    await actions.editInsight(meetingId, action.id, { done })
    setWanted(null)
  }
  return (
    <input
      type="checkbox"
      className="tick"
      aria-label={t('insights.done', { text: action.text })}
      checked={wanted ?? action.done}
      disabled={!connected}
      onChange={({ target }) => void set(target.checked)}
    />
  )
}

/** Who is to do it; nothing where nobody said. */
export function Owner({ owner }: { readonly owner: string | null }) {
  const { t } = useSpeech()
  if (owner === null) return null
  return <span className="owner">{owner === 'me' ? t('insights.me') : owner}</span>
}

function DueDay({ due: { text, date } }: { readonly due: Due }) {
  const { t, locale } = useSpeech()
  if (date === null) return <span>{text}</span>
  return (
    <time dateTime={date}>{t('insights.dueOn', { said: text, day: plainDay(date, locale) })}</time>
  )
}

interface EditorProps extends Props {
  readonly onDone: () => void
}

function ActionEditor({ meetingId, action, onDone }: EditorProps) {
  const { t, locale } = useSpeech()
  const [owner, setOwner] = useState(action.owner ?? '')
  const [said, setSaid] = useState(action.due?.text ?? '')
  const [day, setDay] = useState(action.due?.date ?? '')
  // A day that was given without words is its own words.
  const words = said.trim() || (day === '' ? '' : plainDay(day, locale))
  const due = words === '' ? null : { text: words, date: day === '' ? null : day }
  return (
    <InsightEditor
      meetingId={meetingId}
      insight={action}
      onDone={onDone}
      more={{ owner: owner.trim() === '' ? null : owner.trim(), due }}
    >
      <label className="field wide">
        {t('insights.who')}
        <input
          type="text"
          maxLength={200}
          placeholder={t('insights.nobody')}
          value={owner}
          onChange={({ target }) => setOwner(target.value)}
        />
      </label>
      <label className="field">
        {t('insights.byWhen')}
        <input type="text" value={said} onChange={({ target }) => setSaid(target.value)} />
      </label>
      <label className="field">
        {t('insights.dueDay')}
        <input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </label>
    </InsightEditor>
  )
}

import { useEffect, useRef, useState } from 'react'
import { TemplateId, type TemplateCheck, type TemplateText } from '#contract/template.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { Confirm } from '../../pieces/confirm.tsx'
import { fieldLook } from '../../pieces/field-look.ts'
import { TextField } from '../../pieces/text-field.tsx'
import { TemplatePreview } from './template-preview.tsx'

interface Props {
  /** Null: a new one. */
  readonly id: string | null
  readonly onClose: () => void
  readonly onChanged: () => void
}

const beginning =
  '# Name\n\n## Decisions\nWithout a model: decisions\nWhat was decided, and by whom.\n'

/** Writes a template of one's own, and shows while one types what it would make. */
export function TemplateEditor({ id, onClose, onChanged }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [name, setName] = useState(id ?? '')
  const [text, setText] = useState(id === null ? beginning : '')
  const [origin, setOrigin] = useState<TemplateText['origin'] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const check = useCheck(text)

  useEffect(() => {
    field.current?.focus()
    if (id === null) return
    void actions.request('template.read', { id }).then((answer) => {
      if ('problem' in answer) return setProblem(answer.problem)
      setText(answer.value.text)
      setOrigin(answer.value.origin)
    })
  }, [actions, id])

  const named = TemplateId.safeParse(name)
  async function save(): Promise<void> {
    const answer = await actions.request('template.write', { id: name, text })
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    setOrigin('own')
    onChanged()
  }
  async function remove(): Promise<void> {
    setAsking(false)
    const answer = await actions.request('template.remove', { id: name })
    if ('problem' in answer) return setProblem(answer.problem)
    onChanged()
    onClose()
  }

  return (
    <div className="grid gap-3 py-3">
      {id === null && (
        <TextField
          label={t('settings.templateName')}
          hint={t('settings.templateNameHint')}
          value={name}
          onChange={setName}
          spellCheck={false}
          problem={name === '' || named.success ? null : (named.error.issues[0]?.message ?? '')}
        />
      )}
      <div className="grid gap-4 md:grid-cols-2">
        <label className="grid content-start gap-1">
          <span className="text-label text-quiet">{t('settings.templateText')}</span>
          <textarea
            ref={field}
            className={`${fieldLook} min-h-64 font-mono text-label`}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <span className="text-small text-quiet">{t('settings.templateHint')}</span>
        </label>
        <TemplatePreview check={check} />
      </div>
      {problem !== null && (
        <p role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          disabled={!named.success || check === null || check.problem !== null}
          onClick={() => void save()}
        >
          {t('settings.saveTemplate')}
        </Button>
        <Button onClick={onClose}>{t('settings.closeEditor')}</Button>
        {id !== null && origin === 'own' && (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t('settings.removeTemplate')}
          </Button>
        )}
      </div>
      {asking && (
        <Confirm
          title={t('settings.removeTemplateTitle', { name })}
          why={t('settings.removeTemplateWhy')}
          yes={t('settings.removeTemplate')}
          onYes={() => void remove()}
          onNo={() => setAsking(false)}
        />
      )}
    </div>
  )
}

/** What the text would make; asked of the engine, whose parser decides. */
function useCheck(text: string): TemplateCheck | null {
  const { actions } = useApp()
  const [check, setCheck] = useState<TemplateCheck | null>(null)
  useEffect(() => {
    let isOld = false
    void actions.request('template.check', { text }).then((answer) => {
      if (!isOld && 'value' in answer) setCheck(answer.value)
    })
    return () => {
      isOld = true
    }
  }, [actions, text])
  return check
}

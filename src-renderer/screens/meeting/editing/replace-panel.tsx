import { X } from 'lucide-react'
import { type KeyboardEvent, type SubmitEvent, useState } from 'react'
import { longestSought } from '#contract/edit.ts'
import { useApp, useSpeech } from '../../../pieces/app-context.ts'
import { Button } from '../../../pieces/button.tsx'
import { IconButton } from '../../../pieces/icon-button.tsx'
import { TextField } from '../../../pieces/text-field.tsx'
import { useToast } from '../../../pieces/toasts.tsx'
import type { Editing } from './editing-store.ts'
import { ReplacePreview } from './replace-preview.tsx'
import { useFoundWords } from './use-found-words.ts'
import { useProblemText } from './use-problem-text.ts'

interface Props {
  readonly editing: Editing
  readonly onClose: () => void
}

/** Other words in the place of those that stand in the meeting, all at once, seen before it is done. */
export function ReplacePanel({ editing: { meetingId }, onClose }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const toast = useToast()
  const tellProblem = useProblemText()
  const [find, setFind] = useState('')
  const [words, setWords] = useState('')
  const [options, setOptions] = useState({ matchCase: false, wholeWords: false })
  const [problem, setProblem] = useState<string | null>(null)
  const sought = { find, ...options }
  const found = useFoundWords(meetingId, sought)

  async function replace(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const input = { meetingId, ...sought, with: words }
    const { answer, problem: trouble } = await actions.edit('text.replace', input)
    setProblem(trouble && tellProblem(trouble))
    if (!answer) return
    const done = t('editing.replaced', { count: answer.places })
    const text = answer.left > 0 ? `${done} ${t('editing.left', { count: answer.left })}` : done
    const { id } = answer
    if (id === null) return toast({ text })
    const undo = (): void => void actions.takeBack(meetingId, id)
    toast({ text, action: { name: t('editing.undo'), act: undo } })
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }

  return (
    <form
      aria-label={t('editing.replaceOpen')}
      className="my-3 grid gap-3 rounded-round border border-line bg-surface p-4"
      onSubmit={(event: SubmitEvent) => void replace(event)}
      onKeyDown={onKeyDown}
    >
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_auto]">
        <TextField
          label={t('editing.find')}
          value={find}
          onChange={setFind}
          maxLength={longestSought}
          problem={problem}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        <TextField
          label={t('editing.replaceWith')}
          value={words}
          onChange={setWords}
          maxLength={longestSought}
          autoComplete="off"
          dir="auto"
        />
        <IconButton icon={X} name={t('editing.close')} size="small" onClick={onClose} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {(['matchCase', 'wholeWords'] as const).map((option) => (
          <label key={option} className="flex min-h-8 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              className="accent-accent"
              checked={options[option]}
              onChange={({ target }) => setOptions({ ...options, [option]: target.checked })}
            />
            {t(`editing.${option}`)}
          </label>
        ))}
        <span role="status" className="flex-1 text-quiet">
          {found && find.trim() !== '' && t('editing.places', { count: found.places })}
        </span>
        <Button type="submit" kind="primary" disabled={!found || found.places === 0}>
          {t('editing.replaceAll')}
        </Button>
      </div>
      {found && <ReplacePreview found={found} words={words} />}
    </form>
  )
}

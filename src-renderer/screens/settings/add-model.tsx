import { useState } from 'react'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { TextField } from '../../pieces/text-field.tsx'
import { SettingBox } from './setting-box.tsx'

/** Takes in a model file that is on this computer already. */
export function AddModel() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const [path, setPath] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [added, setAdded] = useState<string | null>(null)

  async function add(): Promise<void> {
    setBusy(true)
    setAdded(null)
    // Windows puts a path that is copied in quotes.
    const answer = await actions.request('model.add', {
      path: path.trim().replace(/^"(.*)"$/, '$1'),
    })
    setBusy(false)
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem(null)
    setPath('')
    setAdded(answer.value.name)
  }

  return (
    <SettingBox name="ownModel" title>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            label={t('settings.path')}
            value={path}
            onChange={setPath}
            problem={problem}
            spellCheck={false}
          />
        </div>
        <Button type="submit" disabled={busy || path.trim() === ''}>
          {t('settings.addModel')}
        </Button>
      </form>
      <p role="status" className="text-small text-done empty:hidden">
        {added !== null && t('settings.addedModel', { name: added })}
      </p>
    </SettingBox>
  )
}

import { useRef, useState } from 'react'
import { longestImport } from '#contract/vocabulary.ts'
import { type Speech, useApp, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { fieldLook } from '../../pieces/field-look.ts'
import { type ImportPreview, previewImport } from '../../state/import-preview.ts'
import { SettingBox, settingId } from './setting-box.tsx'

/** Many terms at once, pasted, typed, chosen or dropped; what they would add is seen before. */
export function ImportTerms({ terms }: { readonly terms: readonly string[] }) {
  const speech = useSpeech()
  const { t } = speech
  const { actions } = useApp()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<number | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const tooLong = text.length > longestImport
  const preview = tooLong ? null : previewImport(text, terms)

  async function take(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    setDone(null)
    // Bytes are never fewer than characters, and four of them are the most for one.
    if (chosen.size > longestImport * 4)
      return setProblem(t('settings.importTooLong', { number: longestImport }))
    try {
      const bytes = await chosen.arrayBuffer()
      setText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      setProblem(null)
    } catch {
      setProblem(t('settings.importUnreadable'))
    }
  }

  async function add(): Promise<void> {
    const changed = await actions.changeVocabulary({ kind: 'import', text })
    if (!changed) return
    setText('')
    setDone(changed.added)
  }

  const told = tooLong
    ? t('settings.importTooLong', { number: longestImport })
    : (problem ?? preview?.problem ?? null)
  return (
    <SettingBox name="importTerms" title>
      <textarea
        aria-label={t('settings.importText')}
        aria-describedby={`${settingId('importTerms')}-preview`}
        className={`${fieldLook} min-h-28`}
        spellCheck={false}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setDone(null)
          setProblem(null)
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const [dropped] = event.dataTransfer.files
          if (!dropped) return
          event.preventDefault()
          void take(dropped)
        }}
      />
      <div
        role="status"
        id={`${settingId('importTerms')}-preview`}
        className="text-label text-quiet empty:hidden"
      >
        {done !== null
          ? t('vocabulary.added', { count: done })
          : preview && text !== '' && previewText(preview, speech)}
      </div>
      {told !== null && (
        <p role="alert" className="text-label text-danger">
          {told}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          kind="primary"
          disabled={!preview || preview.fresh.length === 0 || preview.problem !== null}
          onClick={() => void add()}
        >
          {t('settings.addPreviewed', { count: preview?.fresh.length ?? 0 })}
        </Button>
        <Button onClick={() => file.current?.click()}>{t('settings.importFile')}</Button>
        <input
          ref={file}
          type="file"
          accept=".txt,.csv,.tsv,text/plain,text/csv"
          hidden
          aria-label={t('settings.importFile')}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
      </div>
    </SettingBox>
  )
}

function previewText({ fresh, known, leftOut }: ImportPreview, { t }: Speech): string {
  return [
    t('settings.previewNew', { count: fresh.length }),
    known.length > 0 && t('settings.previewKnown', { count: known.length }),
    leftOut > 0 && t('settings.previewColumns', { count: leftOut }),
  ]
    .filter((part) => part !== false)
    .join(' · ')
}

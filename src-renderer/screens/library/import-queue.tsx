import { X } from 'lucide-react'
import type { Import } from '#contract/import.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { IconButton } from '../../pieces/icon-button.tsx'
import { ProgressBar } from '../../pieces/progress-bar.tsx'
import { isOver, summarize } from '../../state/imports.ts'
import { meetingAddress } from '../../state/route.ts'
import { errorText } from '../../texts/by-code.ts'
import { length, percent } from '../../texts/format.ts'

/** Files that wait, the one that is read, and what became of those before. */
export function ImportQueue() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const imports = useAppState((state) => state.imports)
  const { files, sending } = imports
  if (files.length + sending.length === 0) return null
  const { total, over, failed, share, leftMs } = summarize(imports)
  const figure =
    leftMs === null
      ? t('imports.progress', { over, total })
      : t('imports.progressLeft', { over, total, left: length(leftMs) })
  return (
    <section
      aria-label={t('imports.title')}
      className="my-4 grid gap-3 rounded-large border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base font-semibold">{t('imports.title')}</h2>
        {files.some(isOver) && (
          <Button size="small" kind="quiet" onClick={() => void actions.clearImports()}>
            {t('imports.clear')}
          </Button>
        )}
      </div>
      <ProgressBar label={t('imports.whole')} share={share} figure={figure} />
      <p role="status" className="text-label text-danger empty:hidden">
        {failed > 0 && t('imports.failed', { count: failed })}
      </p>
      <ul className="grid max-h-72 list-none gap-0.5 overflow-y-auto p-0" tabIndex={-1}>
        {files.map((file) => (
          <li key={file.id}>
            <FileLine file={file} />
          </li>
        ))}
        {sending.map(({ key, fileName }) => (
          <li key={key} className="flex min-h-10 items-center gap-3">
            <Name>{fileName}</Name>
            <span className="text-label text-quiet">{t('imports.sending')}</span>
            <IconButton
              icon={X}
              size="small"
              name={t('imports.cancel', { name: fileName })}
              onClick={() => actions.cancelSending(key)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FileLine({ file }: { readonly file: Import }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { id, fileName, state, failure, meetingId } = file
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3">
      {state === 'done' && meetingId !== null ? (
        <a
          href={meetingAddress(meetingId)}
          aria-label={t('imports.open', { name: fileName })}
          className="min-w-0 flex-1 truncate text-ink"
          dir="auto"
        >
          {fileName}
        </a>
      ) : (
        <Name>{fileName}</Name>
      )}
      <Figure file={file} />
      {!isOver(file) && (
        <IconButton
          icon={X}
          size="small"
          name={t('imports.cancel', { name: fileName })}
          onClick={() => void actions.cancelImport(id)}
        />
      )}
      {failure && <Why failure={failure} />}
    </div>
  )
}

function Name({ children }: { readonly children: string }) {
  return (
    <span dir="auto" className="min-w-0 flex-1 truncate" title={children}>
      {children}
    </span>
  )
}

function Figure({ file: { state, readMs, totalMs, leftMs } }: { readonly file: Import }) {
  const { t, locale } = useSpeech()
  const tone = state === 'failed' ? 'text-danger' : state === 'done' ? 'text-done' : 'text-quiet'
  const share = totalMs ? percent(Math.round((100 * readMs) / totalMs) / 100, locale) : null
  return (
    <span className={`text-label tabular-nums ${tone}`}>
      {state !== 'reading' || share === null
        ? t(`imports.states.${state}`)
        : leftMs === null
          ? t('imports.read', { share })
          : t('imports.readLeft', { share, left: length(leftMs) })}
    </span>
  )
}

function Why({ failure: { code, message } }: { readonly failure: NonNullable<Import['failure']> }) {
  const { t } = useSpeech()
  const text = errorText(t, code)
  return (
    <p className="w-full pb-2 text-label text-quiet" {...(text === null && { lang: 'en' })}>
      {text ?? message}
    </p>
  )
}

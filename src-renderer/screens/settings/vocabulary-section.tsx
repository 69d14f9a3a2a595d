import { Download, X } from 'lucide-react'
import { useEffect } from 'react'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { IconButton } from '../../pieces/icon-button.tsx'
import { saveFile } from '../../pieces/save-file.ts'
import { ImportTerms } from './import-terms.tsx'
import { SettingBox } from './setting-box.tsx'

/** The names and terms that all meetings expect: seen, added many at once, taken out, and handed on. */
export function VocabularySection() {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { terms, phase } = useAppState(({ vocabulary }) => vocabulary)
  const unread = useAppState(({ link }) => link === 'connected') && phase === 'unread'
  useEffect(() => {
    if (unread) void actions.readVocabulary()
  }, [unread, actions])
  const isEmpty = terms.length === 0
  return (
    <>
      <ImportTerms terms={terms} />
      <SettingBox name="terms" title>
        {phase === 'failed' && <p className="text-danger">{t('vocabulary.unknown')}</p>}
        {phase === 'whole' && isEmpty && <p className="text-quiet">{t('settings.noTerms')}</p>}
        <ul
          aria-label={t('vocabulary.title')}
          className="flex max-h-80 flex-wrap gap-1.5 overflow-y-auto"
        >
          {terms.map((term) => (
            <li
              key={term}
              className="flex max-w-full items-center rounded-full bg-accent-ground ps-3 text-label"
            >
              <span className="truncate">{term}</span>
              <IconButton
                icon={X}
                size="small"
                name={t('vocabulary.removeTerm', { term })}
                onClick={() => void actions.changeVocabulary({ kind: 'remove', terms: [term] })}
              />
            </li>
          ))}
        </ul>
      </SettingBox>
      <SettingBox name="exportTerms" title>
        <div>
          <Button
            icon={Download}
            disabled={isEmpty}
            onClick={() =>
              saveFile({
                fileName: 'rtstt-terms.txt',
                mediaType: 'text/plain',
                encoding: 'text',
                content: `${terms.join('\n')}\n`,
              })
            }
          >
            {t('settings.exportFile')}
          </Button>
        </div>
      </SettingBox>
    </>
  )
}

import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import type { SummaryTemplate } from '#contract/summary.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { SettingBox } from './setting-box.tsx'
import { SelectSetting } from './setting-rows.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { useAnswer } from '../../pieces/use-answer.ts'
import { useSettings } from './use-settings.ts'

const nothing = {}

/** What summaries are made of: which template is usual, and the user's own. */
export function TemplatesSection() {
  const { t } = useSpeech()
  const { summaryTemplate } = useSettings().settings
  const { value, problem, again } = useAnswer('template.list', nothing)
  const templates = value ?? []
  /** The id that is edited; an empty one is new. */
  const [edited, setEdited] = useState<string | null>(null)
  const gone = !templates.some(({ id }) => id === summaryTemplate)
  return (
    <>
      <SelectSetting
        name="summaryTemplate"
        value={summaryTemplate}
        options={[
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
          ...(gone
            ? [{ value: summaryTemplate, label: t('settings.gone', { name: summaryTemplate }) }]
            : []),
        ]}
        onChoose={(id) => ({ summaryTemplate: id })}
      />
      <SettingBox name="ownTemplates" title>
        {problem !== null && (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        )}
        <ul className="grid">
          {templates.map((template) => (
            <li key={template.id} className="border-b border-line py-2 last:border-0">
              <Row template={template} onEdit={() => setEdited(template.id)} />
              {edited === template.id && (
                <TemplateEditor
                  id={template.id}
                  onClose={() => setEdited(null)}
                  onChanged={() => void again()}
                />
              )}
            </li>
          ))}
        </ul>
        {edited === '' ? (
          <TemplateEditor
            id={null}
            onClose={() => setEdited(null)}
            onChanged={() => {
              setEdited(null)
              void again()
            }}
          />
        ) : (
          <div>
            <Button icon={Plus} onClick={() => setEdited('')}>
              {t('settings.newTemplate')}
            </Button>
          </div>
        )}
      </SettingBox>
    </>
  )
}

interface RowProps {
  readonly template: SummaryTemplate
  readonly onEdit: () => void
}

function Row({ template: { name, description, origin }, onEdit }: RowProps) {
  const { t } = useSpeech()
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="grid min-w-0 flex-1 basis-60">
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="text-label text-quiet wrap-anywhere">
          {t(origin === 'own' ? 'settings.templateOwn' : 'settings.templateBundled')}
          {description && ` · ${description}`}
        </p>
      </div>
      <Button
        size="small"
        kind="quiet"
        icon={Pencil}
        aria-label={t('settings.editNamed', { name })}
        onClick={onEdit}
      >
        {t('settings.edit')}
      </Button>
    </div>
  )
}

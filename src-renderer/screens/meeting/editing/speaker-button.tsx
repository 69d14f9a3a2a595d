import type { Paragraph } from '../../../state/paragraphs.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import { useEditing } from './editing-store.ts'

/** Who speaks; where the text can be edited, a button that names them. */
export function SpeakerButton({ paragraph }: { readonly paragraph: Paragraph }) {
  const { t } = useSpeech()
  const editing = useEditing()
  const { track, speaker, segments } = paragraph
  const name = speaker ?? (track === 'mix' ? null : t(`transcript.voices.${track}`))
  const shown = <bdi>{name ?? t('editing.unnamed')}</bdi>
  if (!editing) return name === null ? null : <span className="speaker">{shown}</span>
  return (
    <button
      type="button"
      className={`cursor-pointer rounded-small border-0 bg-transparent p-0 text-start hover:underline ${name === null ? 'text-quiet' : 'speaker'}`}
      aria-haspopup="dialog"
      aria-label={t('editing.nameVoice', { name: name ?? t('editing.noName') })}
      onClick={({ currentTarget }) =>
        editing.store.setState({
          voice: {
            track,
            speaker,
            segmentIds: segments.map(({ id }) => id),
            beside: currentTarget,
            where: 'everywhere',
          },
        })
      }
    >
      {shown}
    </button>
  )
}

import type { Insight } from '#contract/insight.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { clock, machineLength } from '../../texts/format.ts'
import { Cites } from './cite.tsx'
import { Group } from './group.tsx'

type Topic = Extract<Insight, { readonly kind: 'topic' }>

/** What was talked about, from when to when. */
export function Topics({ topics }: { readonly topics: readonly Topic[] }) {
  const { t } = useSpeech()
  return (
    <Group title={t('insights.topics')} items={topics}>
      {({ id, text, startMs, endMs, citations }) => (
        <li key={id} className="topic" data-item>
          <span className="figures quiet">
            <time dateTime={machineLength(startMs)}>{clock(startMs)}</time>–
            <time dateTime={machineLength(endMs)}>{clock(endMs)}</time>
          </span>
          <span>{text}</span>
          <Cites citations={citations.slice(0, 1)} />
        </li>
      )}
    </Group>
  )
}

import type { MeetingId } from '#contract/ids.ts'
import type { Question } from '#contract/insight.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import { Cites } from './cite.tsx'
import { Group } from './group.tsx'
import { InsightEditor } from './insight-editor.tsx'
import { Item } from './item.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly questions: readonly Question[]
}

/** What was asked: what is still open comes first. */
export function QuestionList({ meetingId, questions }: Props) {
  const { t } = useSpeech()
  const open = questions.filter(({ answer }) => answer === null)
  const answered = questions.filter(({ answer }) => answer !== null)
  return (
    <Group title={t('insights.questions')} items={[...open, ...answered]}>
      {(question) => <QuestionItem key={question.id} meetingId={meetingId} question={question} />}
    </Group>
  )
}

interface ItemProps {
  readonly meetingId: MeetingId
  readonly question: Question
}

function QuestionItem({ meetingId, question }: ItemProps) {
  const { t } = useSpeech()
  const { answer } = question
  return (
    <Item
      meetingId={meetingId}
      insight={question}
      editor={(onDone) => (
        <InsightEditor meetingId={meetingId} insight={question} onDone={onDone} />
      )}
    >
      <p>{question.text}</p>
      <p className="item-facts quiet">
        <span className={answer ? undefined : 'still-open'}>
          {answer ? t('insights.answered') : t('insights.open')}
        </span>
        <Cites citations={question.citations} />
      </p>
      {answer && (
        <p className="answer-text">
          {answer.text} <Cites citations={answer.citations} />
        </p>
      )}
    </Item>
  )
}

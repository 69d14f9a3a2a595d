import type { Answer } from '#contract/ask.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { FoundText } from '../../pieces/found-text.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { snippetPieces } from '../../state/find-text.ts'
import type { Asked } from '../../state/questions.ts'
import { Cites } from './cite.tsx'
import { WhoSays } from './who-says.tsx'

/** A question, and its answer as far as there is one. */
export function AskedItem({ asked }: { readonly asked: Asked }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const { askId, question, state, draft, answer, problem, meetingId } = asked
  return (
    <li className="asked-item" data-item>
      <p className="asked-question">{question}</p>
      {meetingId === null && <p className="quiet">{t('ask.allMeetings')}</p>}
      {state === 'answering' && (
        <>
          <div className="row">
            <p className="grow quiet" role="status">
              {draft === '' ? t('ask.answering') : t('summary.draft')}
            </p>
            <button
              type="button"
              className="text-button"
              onClick={() => void actions.cancelAsk(askId)}
            >
              {t('page.cancel')}
              <span className="visually-hidden">: {question}</span>
            </button>
          </div>
          {draft !== '' && <p className="draft">{draft}</p>}
        </>
      )}
      {state === 'cancelled' && <p className="quiet">{t('ask.cancelled')}</p>}
      {state === 'failed' && (
        <p role="alert" className="problem">
          {problem || t('ask.cannotAnswer')}
        </p>
      )}
      {answer && <AnswerText answer={answer} ofOne={meetingId !== null} />}
    </li>
  )
}

interface AnswerProps {
  readonly answer: Answer
  /** One meeting was asked, not all of them. */
  readonly ofOne: boolean
}

function AnswerText({ answer, ofOne }: AnswerProps) {
  const { t } = useSpeech()
  return (
    <>
      <div role="status">
        {answer.supported ? (
          <ul className="summary-lines">
            {answer.lines.map(({ text, citations }, index) => (
              <li key={index}>
                {text} <Cites citations={citations} />
              </li>
            ))}
          </ul>
        ) : (
          <p>{ofOne ? t('ask.notHere') : t('ask.nowhere')}</p>
        )}
      </div>
      <WhoSays {...answer} />
      {answer.sources.length > 0 && (
        <details className="carried">
          <summary>
            {t('ask.sources', { count: answer.sources.length })}
            <Symbol name="down" />
          </summary>
          <ul className="items">
            {answer.sources.map(({ meetingId, meetingTitle, segment, snippet }) => (
              <li key={segment.id} className="item">
                <div className="item-body">
                  <p>
                    <FoundText pieces={snippetPieces(snippet)} />
                  </p>
                  <p className="item-facts quiet">
                    <span>{meetingTitle}</span>
                    <Cites citations={[{ ...segment, meetingId, segmentId: segment.id }]} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

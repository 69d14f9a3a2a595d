import { useSpeech } from '../pieces/app-context.ts'
import { addressOf } from '../state/route.ts'

export function NowhereScreen() {
  const { texts } = useSpeech()
  return (
    <div className="empty">
      <h1>{texts.nowhere}</h1>
      <p>
        <a href={addressOf({ screen: 'library', query: '' })}>{texts.backToLibrary}</a>
      </p>
    </div>
  )
}

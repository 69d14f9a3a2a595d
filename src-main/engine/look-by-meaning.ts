/** What a text means, as a vector, and how much of the meetings can be looked through by it. */
import { AppError } from '#contract/errors.ts'
import type { SearchFilters } from '#contract/ask.ts'
import { chosenLanguageModel } from './language-choice.ts'
import type { Parts } from './parts.ts'
import type { NearPassage } from './store/passages.ts'

export interface Meaning {
  nearest(filters: SearchFilters, limit: number): NearPassage[]
  /** What is not looked through yet, for people; null where all is. */
  readonly without: string | null
}

export interface NoMeaning {
  readonly without: string
}

export type World = Pick<Parts, 'modelFiles' | 'languageModel' | 'clock'> & {
  readonly keeping: Pick<Parts['keeping'], 'store'>
}

interface Patience {
  /** So long somebody waits for the model, in milliseconds; then it goes without. */
  readonly patienceMs: number
  /** Live text is late, and the model is held for it. */
  readonly isHeld: () => boolean
  readonly signal?: AbortSignal
}

const tooLate = new AppError(
  'cancelled',
  'The embedding model was not ready in time, so it was looked for by words alone.',
)

export async function lookByMeaning(
  { modelFiles, languageModel, clock, keeping }: World,
  text: string,
  { patienceMs, isHeld, signal }: Patience,
): Promise<Meaning | NoMeaning> {
  const { passages } = keeping.store
  if (passages.problem !== null) return { without: passages.problem }
  const choice = await chosenLanguageModel({ modelFiles, keeping }, 'embedding', null)
  if ('without' in choice) return choice
  const { meetings, missing } = passages.coverage(choice.id)
  if (meetings > 0 && missing.length === meetings)
    return { without: 'No meeting is indexed by meaning yet, so it was looked for by words alone.' }
  if (isHeld())
    return {
      without: 'Live text goes first at this moment, so it was looked for by words alone.',
    }
  const waiting = new AbortController()
  const stop = clock.later(patienceMs, () => waiting.abort(tooLate))
  try {
    const signals = signal ? [signal, waiting.signal] : [waiting.signal]
    const [vector] = await languageModel.embed(
      choice.path,
      [text],
      'query',
      AbortSignal.any(signals),
    )
    if (!vector) throw new Error('A text without a vector')
    return {
      nearest: (filters, limit) => passages.nearest(choice.id, vector, { filters, limit }),
      without:
        missing.length === 0
          ? null
          : `${missing.length} of ${meetings} meetings are not indexed by meaning yet.`,
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason as Error
    if (error instanceof AppError) return { without: error.message }
    throw error
  } finally {
    stop()
  }
}

/** What turns a live meeting into text, as the model that is loaded tells it, and how well that keeps up. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { LiveRecognition } from '#contract/live-recognition.ts'
import type { ChosenModel } from './model-choice.ts'
import { efforts, type Step } from './recognition/pace.ts'
import type { LoadedModel, Recognizer } from './recognition/recognizer.ts'

export interface FollowedRecognition extends Disposable {
  now(): LiveRecognition
  loaded(model: Pick<LoadedModel, 'backend'>): void
  paced(step: Step): void
}

interface Options {
  readonly meetingId: MeetingId
  readonly model: Pick<ChosenModel, 'id' | 'path' | 'smaller'>
  readonly recognizer: Pick<Recognizer, 'load' | 'watch'>
  readonly tell: (event: EngineEvent) => void
}

export function followRecognition(options: Options): FollowedRecognition {
  const { meetingId, model, recognizer, tell } = options
  let step: Step = 0
  let backend: string | null = null
  let over = false

  function now(): LiveRecognition {
    const isSmaller = efforts[step].smaller && model.smaller !== null
    const onGpu = backend === null ? null : !/^CPU/i.test(backend)
    return { meetingId, model: isSmaller ? model.smaller.id : model.id, backend, onGpu, step }
  }

  function change(work: () => void): void {
    const before = JSON.stringify(now())
    work()
    if (!over && JSON.stringify(now()) !== before)
      tell({ type: 'recognition.changed', recognition: now() })
  }

  function loaded(told: Pick<LoadedModel, 'backend'>): void {
    change(() => (backend = told.backend))
  }

  const stopWatching = recognizer.watch((notice) => {
    if (notice.kind !== 'backend.left') return
    change(() => (backend = null))
    // Whoever reads loads it as well; where that fails they tell, and it stays unknown.
    recognizer.load(model.path).then(loaded, () => {})
  })

  return {
    now,
    loaded,
    paced: (to) => change(() => (step = to)),
    [Symbol.dispose]() {
      over = true
      stopWatching()
    },
  }
}

/** What turns a live meeting into text, as the model that is loaded tells it, and how well that keeps up. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { LiveRecognition, RecognitionHealth } from '#contract/live-recognition.ts'
import type { ChosenModel } from './model-choice.ts'
import { efforts, type Step } from './recognition/pace.ts'
import type { LoadedModel, Recognizer } from './recognition/recognizer.ts'
import type { Clock } from './runtime/clock.ts'
import type { WorkerHealth } from './runtime/supervisor.ts'

export interface FollowedRecognition extends Disposable {
  now(): LiveRecognition
  loaded(model: Pick<LoadedModel, 'backend'>): void
  paced(step: Step): void
}

interface Options {
  readonly meetingId: MeetingId
  readonly model: Pick<ChosenModel, 'id' | 'path' | 'smaller'>
  readonly recognizer: Pick<Recognizer, 'load' | 'watch' | 'health'>
  readonly clock: Pick<Clock, 'now'>
  readonly tell: (event: EngineEvent) => void
}

export function followRecognition(options: Options): FollowedRecognition {
  const { meetingId, model, recognizer, clock, tell } = options
  let step: Step = 0
  let backend: string | null = null
  let health = healthAt(clock.now(), recognizer.health())
  let over = false

  function now(): LiveRecognition {
    const isSmaller = efforts[step].smaller && model.smaller !== null
    const onGpu = backend === null ? null : !/^CPU/i.test(backend)
    const modelId = isSmaller ? model.smaller.id : model.id
    return { meetingId, model: modelId, backend, onGpu, step, health }
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
    if (notice.kind === 'health.changed')
      change(() => (health = healthAt(clock.now(), notice.health)))
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

function healthAt(nowMs: number, { state, why, restMs }: WorkerHealth): RecognitionHealth {
  const until = state === 'paused' ? new Date(nowMs + restMs).toISOString() : null
  return { state, why: why === 'unwanted' ? null : why, until }
}

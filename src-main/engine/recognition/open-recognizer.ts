/** The recognizer that the engine uses: on the back end that suits best, and back after every loss. */
import { announcer } from '../runtime/announcer.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Log } from '../runtime/log.ts'
import type { WorkerLike } from '../runtime/worker-host.ts'
import type { BackendId } from './backend.ts'
import type { Backends } from './backends.ts'
import { ladder } from './ladder.ts'
import type { JobPatience } from './patience.ts'
import { persist } from './persist.ts'
import type { RecognitionNotice, Recognizer } from './recognizer.ts'
import { workerRecognizer } from './worker-recognizer.ts'

interface Parts {
  readonly backends: Pick<Backends, 'choice' | 'nameOf'>
  readonly spawn: (backend: BackendId) => WorkerLike
  /** Tells one content of a file from another without reading it; null when there is no file. */
  readonly identify: (path: string) => string | null
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly later: Clock['later']
  readonly steadyMs: () => number
  readonly log: Log
  readonly patience?: JobPatience
  /** The model that somebody waited for is there, so that other work may begin. */
  readonly onFirstLoad: () => void
}

export function openRecognizer(parts: Parts): Recognizer {
  const { backends, log, identify } = parts
  const notices = announcer<RecognitionNotice>((error) => log.bug('listener.failed', error))
  /** The files as they were when they were loaded. */
  const models = new Map<string, string>()
  const steps = ladder(backends.choice, parts.steadyMs, ({ from, to }) => {
    log.warn('backend.left', { from, to })
    const [left, taken] = [backends.nameOf(from), backends.nameOf(to)]
    notices.tell({ kind: 'backend.left', from: left, to: taken })
  })
  const recognizer = workerRecognizer({
    ...parts,
    spawn() {
      const backend = steps.next()
      log.info('recognition.started', { backend })
      // It reads the files anew, for meetings that began with what they were.
      if ([...models.keys()].filter(isReplaced).length > 0) notices.tell({ kind: 'model.changed' })
      return parts.spawn(backend)
    },
    onLost({ kind, reason }) {
      if (kind === 'unwanted') return log.info('recognition.left', { reason })
      log.warn('recognition.lost', { backend: steps.current, kind, reason })
      steps.lost()
    },
  })

  /** Whether the file is another one than was loaded; a file that is gone is told by loading it. */
  function isReplaced(path: string): boolean {
    const [before, now] = [models.get(path), identify(path)]
    if (now !== null) models.set(path, now)
    return before !== undefined && now !== null && now !== before
  }

  const persistent = persist({
    recognizer,
    ladder: steps,
    wait: parts.wait,
    onRetry: () => log.info('recognition.retried'),
    onLoad(path) {
      // The process keeps the weights that it has: only another one reads the file again.
      if (isReplaced(path)) recognizer.giveUp({ kind: 'unwanted', reason: 'another model file' })
    },
  })
  let loadedOne = false
  return {
    ...persistent,
    async load(path) {
      const loaded = await persistent.load(path)
      if (!loadedOne) parts.onFirstLoad()
      loadedOne = true
      return loaded
    },
    watch: notices.subscribe,
  }
}

/** The recognizer that the engine uses: on the back end that suits best, and back after every loss. */
import { announcer } from '../runtime/announcer.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Log } from '../runtime/log.ts'
import { meterWorker } from '../runtime/meter-worker.ts'
import type { MemoryRules } from '../runtime/memory-trail.ts'
import { supervisor } from '../runtime/supervisor.ts'
import type { Usage } from '../runtime/usage.ts'
import type { WorkerLike } from '../runtime/worker-host.ts'
import { type BackendId, processor } from './backend.ts'
import type { Backends } from './backends.ts'
import { ladder } from './ladder.ts'
import { jobPatience, type JobPatience } from './patience.ts'
import { persist, restartRules } from './persist.ts'
import { provenDecoding } from './prove-decoding.ts'
import { renewWhenIdle } from './renew-when-idle.ts'
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
  readonly memoryRules?: MemoryRules
  /** Speech that every model makes words of. */
  readonly clip: () => Promise<Int16Array>
  /** Hears what the process uses; null: it is gone. */
  readonly used: (usage: Usage | null) => void
  /** The model that somebody waited for is there, so that other work may begin. */
  readonly onFirstLoad: () => void
}

export function openRecognizer(parts: Parts): Recognizer {
  const { backends, log, identify } = parts
  const notices = announcer<RecognitionNotice>((error) => log.bug('listener.failed', error))
  /** The files as they were when they were loaded. */
  const models = new Map<string, string>()
  const supervised = supervisor({
    rules: restartRules,
    steadyMs: parts.steadyMs,
    onChanged(health) {
      if (health.state === 'paused') log.warn('recognition.paused', { restMs: health.restMs })
      notices.tell({ kind: 'health.changed', health })
    },
  })
  const steps = ladder(backends.choice, parts.steadyMs, ({ from, to }) => {
    supervised.renewed()
    log.warn('backend.left', { from, to })
    const [left, taken] = [backends.nameOf(from), backends.nameOf(to)]
    notices.tell({ kind: 'backend.left', from: left, to: taken })
  })
  const plain = workerRecognizer({
    ...parts,
    patience: parts.patience ?? jobPatience(() => steps.current !== processor),
    spawn() {
      const backend = steps.next()
      supervised.started()
      log.info('recognition.started', { backend })
      // It reads the files anew, for meetings that began with what they were.
      if ([...models.keys()].filter(isReplaced).length > 0) notices.tell({ kind: 'model.changed' })
      return meterWorker(parts.spawn(backend), used)
    },
    onLost({ kind, reason }) {
      if (kind === 'unwanted') return log.info('recognition.left', { reason })
      log.warn('recognition.lost', { backend: steps.current, kind, reason })
      supervised.lost(kind)
      steps.lost()
    },
  })

  const renewed = renewWhenIdle(
    plain,
    (memoryBytes) => log.warn('recognition.swollen', { memoryBytes }),
    parts.memoryRules,
  )
  const { recognizer } = renewed
  function used(usage: Usage | null): void {
    renewed.used(usage)
    parts.used(usage)
  }

  /** Whether the file is another one than was loaded; a file that is gone is told by loading it. */
  function isReplaced(path: string): boolean {
    const [before, now] = [models.get(path), identify(path)]
    if (now !== null) models.set(path, now)
    return before !== undefined && now !== null && now !== before
  }

  const persistent = persist({
    recognizer,
    ladder: steps,
    supervisor: supervised,
    wait: parts.wait,
    onRetry: () => log.info('recognition.retried'),
    onLoad(path) {
      // The process keeps the weights that it has: only another one reads the file again.
      if (isReplaced(path)) recognizer.giveUp({ kind: 'unwanted', reason: 'another model file' })
    },
  })
  const decode = provenDecoding({
    decode: persistent.decode,
    clip: parts.clip,
    steadyMs: parts.steadyMs,
    onSound: supervised.worked,
    onSick() {
      log.warn('recognition.nonsense', { backend: steps.current })
      supervised.lost('garbled')
      steps.refused()
      recognizer.giveUp({ kind: 'unwanted', reason: 'its text makes no sense' })
    },
  })
  let loadedOne = false
  return {
    ...persistent,
    decode,
    async load(path) {
      const loaded = await persistent.load(path)
      if (!loadedOne) parts.onFirstLoad()
      loadedOne = true
      return loaded
    },
    health: supervised.health,
    hurry: supervised.hurry,
    watch: notices.subscribe,
  }
}

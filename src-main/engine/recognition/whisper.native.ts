import { availableParallelism } from 'node:os'
import {
  type Model,
  openRecognition,
  type Recognition,
  type State,
  type VoiceDetector,
} from '#native/recognition/recognition.ts'
import { toFloat32 } from '../audio/frames.ts'
import type { Backend } from './backend.ts'
import { pausesIn } from './pauses.ts'
import { settingsFor, threadsFor } from './decode-options.ts'
import type { Decoding, DecodeRequest } from './recognizer.ts'
import type { RecognitionWork } from './serve-recognition.ts'
import { threadCount, type Threads, threadsAfter, threadsOf } from './tune-threads.ts'

/** Positions of the encoder's whole window. */
const fullWindow = 1500

interface Loaded {
  readonly model: Model
  /** States that decode nothing now. As many are made as decodes were ever asked for at once. */
  readonly idle: State[]
  /** How many threads a live decode gets, by what they cost of late. */
  threads: Threads
}

/**
 * whisper.cpp, with Whisper and Parakeet models, through our addon, on the one back end that this process was started
 * for: no other driver is loaded. Weights stay loaded for the life of the process.
 */
export function whisperWork(
  voiceModelPath: string,
  backend: Backend = { kind: 'cpu' },
): RecognitionWork {
  let recognition: Recognition | null = null
  const models = new Map<string, Promise<Loaded>>()
  const detectors = new Map<string, VoiceDetector>()

  const opened = (): Recognition =>
    (recognition ??= openRecognition({ gpuKinds: backend.kind === 'cpu' ? [] : [backend.kind] }))

  function loaded(path: string): Promise<Loaded> {
    const known = models.get(path)
    if (known) return known
    const loading = load(opened(), path, backend)
    models.set(path, loading)
    // A failed load may succeed later, when the file has been mended.
    loading.catch(() => models.delete(path))
    return loading
  }

  return {
    report: () => opened().backends,
    async load(path) {
      const { model } = await loaded(path)
      return { family: model.family, backend: model.backend, multilingual: model.multilingual }
    },
    detect(stream, samples) {
      const detector = detectors.get(stream) ?? opened().openVoiceDetector(voiceModelPath)
      detectors.set(stream, detector)
      return Array.from(detector.detect(toFloat32(samples)))
    },
    forget(stream) {
      detectors.get(stream)?.free()
      detectors.delete(stream)
    },
    async decode(request, signal) {
      const model = await loaded(request.modelPath)
      const { idle } = model
      const state = idle.pop() ?? (await model.model.createState())
      try {
        return await decodeWith(state, model, request, signal)
      } finally {
        idle.push(state)
      }
    },
  }
}

async function load(recognition: Recognition, path: string, backend: Backend): Promise<Loaded> {
  const place = backend.kind === 'cpu' ? { gpu: false } : { gpu: true, gpuDevice: backend.device }
  const model = await recognition.loadModel(path, place)
  const threads = threadsOf(threadsFor('live', availableParallelism()))
  return { model, idle: [await model.createState()], threads }
}

async function decodeWith(
  state: State,
  loaded: Loaded,
  request: DecodeRequest,
  signal: AbortSignal,
): Promise<Decoding> {
  const { model } = loaded
  const { style, samples, prompt, fullContext } = request
  const onGpu = model.backend !== 'CPU'
  const settings = settingsFor(style, samples.length, onGpu)
  const measured = style === 'live' && request.threads === null && !onGpu
  const threads = measured ? threadCount(loaded.threads) : request.threads
  const { timings, ...decoding } = await state.decode(toFloat32(samples), {
    ...settings,
    ...((fullContext || model.family === 'parakeet') && { audioContext: 0 }),
    prompt,
    language: model.multilingual ? request.language : 'en',
    threads: threads ?? threadsFor(style, availableParallelism()),
    tokenTimes: true,
    suppressNonSpeech: true,
    signal,
  })
  const { encodeMs, decodeMs, batchMs, promptMs, alignMs } = timings
  if (measured && !decoding.aborted)
    loaded.threads = threadsAfter(loaded.threads, encodeMs / (settings.audioContext || fullWindow))
  return {
    ...decoding,
    pauses: pausesIn(samples),
    timings: { encodeMs, decodeMs: decodeMs + batchMs + promptMs + alignMs },
  }
}

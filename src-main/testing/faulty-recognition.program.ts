/**
 * A recognition process that does the real work on the processor, whatever back end it is started for, until its fault
 * comes. Arguments: voice-detection model, back end, and the fault as JSON.
 */
import { parentChannel } from '#engine/runtime/parent-channel.ts'
import { tellUsage } from '#engine/runtime/tell-usage.ts'
import type { Decoding } from '#engine/recognition/recognizer.ts'
import { serveRecognition } from '#engine/recognition/serve-recognition.ts'
import { whisperWork } from '#engine/recognition/whisper.native.ts'
import { AppError } from '#contract/errors.ts'
import type { Fault, Order } from './faulty-recognition.ts'

const [voiceModelPath = '', backend = 'cpu', told = '{}'] = process.argv.slice(2)
const fault = JSON.parse(told) as Fault
const card = { name: `Pretend${backend.split(':')[1] ?? ''}`, description: 'Pretend card' }
const isMeant = fault.on === 'all' || backend.startsWith(fault.on)
const work = whisperWork(voiceModelPath, { kind: 'cpu' })
const ordered = new Set<Order>()
const held: Buffer[] = []
let decodes = 0

/** Ends like a driver that crashes: nothing is said, nothing is tidied up. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return hang()
}

function hang(): Promise<never> {
  return new Promise(() => {})
}

function standStill(): never {
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const atOnce: Readonly<Partial<Record<Order, () => unknown>>> = {
  die,
  abort: () => process.abort(),
  'stand still': standStill,
}

/** Does what was ordered for the next decode, or for each. */
async function obey(): Promise<void> {
  if (ordered.delete('hang')) await hang()
  if (ordered.delete('starve')) throw new RangeError('Array buffer allocation failed')
  if (ordered.has('swell')) held.push(Buffer.alloc(200e6, 1))
}

async function misbehave(): Promise<void> {
  switch (fault.does) {
    case 'die':
      return die()
    case 'hang':
      return hang()
    case 'refuse':
      throw new AppError('model_mismatch', 'There is not enough memory for the model.')
    case 'freeze':
      return standStill()
    case 'mumble':
    case 'babble':
    case 'nothing':
  }
}

/** A card that was not faster than the processor would not be used. */
function fasterOnCards(decoding: Decoding): Decoding {
  if (backend === 'cpu') return decoding
  const { encodeMs, decodeMs } = decoding.timings
  return { ...decoding, timings: { encodeMs: encodeMs / 100, decodeMs: decodeMs / 100 } }
}

const engine = await parentChannel()
engine.onClose(() => process.exit(0))
const serve = serveRecognition(
  {
    ...work,
    report() {
      const report = work.report()
      if (isMeant && fault.when === 'opening') void misbehave()
      const gpu = { ...card, type: 'gpu', totalMemoryBytes: 1e9 }
      return { ...report, devices: backend === 'cpu' ? report.devices : [...report.devices, gpu] }
    },
    async load(path) {
      if (isMeant && fault.when === 'loading') await misbehave()
      const loaded = await work.load(path)
      return backend === 'cpu'
        ? loaded
        : { ...loaded, backend: `${card.name} (${card.description})` }
    },
    async decode(request, signal) {
      decodes++
      await obey()
      const isDue = isMeant && fault.when !== 'opening' && fault.when !== 'loading'
      const isFaulty = isDue && decodes % fault.when === 0
      if (isFaulty) await misbehave()
      const decoding = fasterOnCards(await work.decode(request, signal))
      if (!ordered.has('mumble') && (!isFaulty || fault.does !== 'mumble')) return decoding
      const segments = decoding.segments.map((segment) => ({ ...segment, text: ' !!!!!!!!' }))
      return { ...decoding, segments }
    },
  },
  (outcome) =>
    engine.send(
      ordered.has('babble') || (isMeant && fault.does === 'babble') ? { said: 'what?' } : outcome,
    ),
)
engine.onMessage((message) => {
  if (typeof message !== 'string') return serve(message)
  const order = message as Order
  ordered.add(order)
  atOnce[order]?.()
})
tellUsage(engine.send)

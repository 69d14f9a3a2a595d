/** Sends the devices of this machine and, if one is a GPU, where a model for a GPU and one for the processor end up. */
import { openRecognition } from '../recognition.ts'
import { testModel } from './sounds.ts'

const recognition = openRecognition()
const { devices } = recognition.backends
const gpus = devices.filter((device) => device.type.endsWith('gpu'))
if (gpus.length > 0) {
  const [onGpu, onProcessor, onNone] = await Promise.all([
    recognition.loadModel(testModel, { gpu: true }),
    recognition.loadModel(testModel, { gpu: false }),
    recognition.loadModel(testModel, { gpu: true, gpuDevice: gpus.length }),
  ])
  const backends = [onGpu.backend, onProcessor.backend, onNone.backend]
  process.send?.({ gpu: `${gpus[0]?.name} (${gpus[0]?.description})`, backends })
}

/** Voice detection hears speech and tells it from silence. */
import assert from 'node:assert/strict'
import { openRecognition } from '../../../native/recognition/recognition.ts'
import { readSound, voiceModel } from '../../../native/recognition/testing/sounds.ts'

const detector = openRecognition().openVoiceDetector(voiceModel)
const share = (name: string) => {
  detector.reset()
  const sound = readSound(name)
  const probabilities = detector.detect(sound.slice(0, sound.length - (sound.length % 512)))
  return probabilities.filter((probability) => probability > 0.5).length / probabilities.length
}
assert.ok(share('question') > 0.4)
assert.equal(share('silence-8s'), 0)

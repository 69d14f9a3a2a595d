/**
 * The language process answers, bound to a grammar, and with our CPU libraries: several times as fast as with those that come
 * with the package.
 */
import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { tinyModel } from '../../../models/tiny-language/tiny-models.ts'
import { workerLanguageModel } from '../../../src-main/engine/language/worker-language-model.ts'
import { forkWorker } from '../../../src-main/engine/runtime/fork-worker.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const entry = path.join(project, 'src-main/engine/language/language-process.ts')
const ours = path.join(project, 'native/recognition/out', `${process.platform}-${process.arch}`)
/** Unoptimised libraries are many times slower. */
const leastRatio = 2

function openModel(cpuLibraries: string | null) {
  const options = JSON.stringify({ gpu: null, cpuLibraries, memoryBytes: null })
  return workerLanguageModel({
    spawn: () => forkWorker(entry, [options]),
    onLost: ({ kind, reason }) => console.error(kind, reason),
    later: (ms, work) => {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    identify: () => null,
  })
}

async function measure(cpuLibraries: string | null) {
  await using model = openModel(cpuLibraries)
  const { backend, promptTokensPerSecond, tokensPerSecond } = await model.measure(
    tinyModel('measurable'),
    'language',
  )
  assert.ok(promptTokensPerSecond !== null && tokensPerSecond !== null)
  return { backend, promptTokensPerSecond, tokensPerSecond }
}

{
  await using model = openModel(ours)
  const { value, end } = await model.reply({
    modelPath: tinyModel('language'),
    conversation: 'one',
    system: 'You keep minutes.',
    prompt: 'What was decided?',
    schema: { type: 'object', properties: { decided: { type: 'boolean' } } },
    maxTokens: 40,
  })
  assert.equal(end, 'complete')
  assert.equal(typeof (value as { decided: unknown }).decided, 'boolean')
}

/** The package's own library of the same level; the newest levels want what Wine does not allow. */
function shippedLevel(level: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shipped-'))
  const name = `ggml-cpu-${level}.dll`
  const bins = path.join(project, 'node_modules/@node-llama-cpp/win-x64/bins/win-x64')
  copyFileSync(path.join(bins, name), path.join(folder, name))
  return folder
}

const with_ = await measure(ours)
const [, level = ''] = /\((\w+)\)/.exec(with_.backend) ?? []
const without = await measure(shippedLevel(level))
assert.equal(without.backend, with_.backend)
const promptRatio = with_.promptTokensPerSecond / without.promptTokensPerSecond
const textRatio = with_.tokensPerSecond / without.tokensPerSecond
assert.ok(promptRatio > leastRatio && textRatio > leastRatio, `${promptRatio} and ${textRatio}`)
console.log(
  JSON.stringify({
    language: with_.backend,
    promptRatio: Number(promptRatio.toFixed(1)),
    textRatio: Number(textRatio.toFixed(1)),
    promptTokensPerSecond: Math.round(with_.promptTokensPerSecond),
    tokensPerSecond: Math.round(with_.tokensPerSecond),
  }),
)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { modelBench, sha256 } from './testing/model-bench.ts'
import { hangAfter } from './testing/moody-server.ts'

const child = fileURLToPath(new URL('testing/pull-child.ts', import.meta.url))

it('goes on after its program was killed in the middle', async () => {
  const { server, folder, content, modelFiles, pull, onDisk, arrived } = await modelBench()
  server.next(hangAfter(180_000))
  const args = [child, server.origin, folder, String(content.length), sha256(content)]
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  onTestFinished(() => void program.kill('SIGKILL'))
  await arrived(180_000)
  program.kill('SIGKILL')
  await once(program, 'exit')

  const [, model] = await modelFiles.list()
  expect(model).toMatchObject({ id: 'speech-a', state: 'partial', path: null })
  await pull()
  expect(server.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=180000-'])
  expect(await onDisk()).toEqual(content)
})

import { ChildProcess } from 'node:child_process'
import { expect, it, onTestFinished, vi } from 'vitest'
import { followGraphics, parseUsage } from './graphics-usage.node.ts'

it.each([
  [
    'NVIDIA GeForce RTX 4060, 37, 2048, 8188',
    {
      name: 'NVIDIA GeForce RTX 4060',
      busy: 0.37,
      memoryBytes: 2048 * 1024 ** 2,
      totalBytes: 8188 * 1024 ** 2,
    },
  ],
  ['NVIDIA GeForce MX150, [N/A], 100, 2048', null],
  ['No devices were found', null],
  ['', null],
])('%s', (line, usage) => {
  expect(parseUsage(line)).toEqual(usage)
})

it('a machine without the tool tells nothing, and nothing breaks', () => {
  const graphics = followGraphics('a-tool-that-is-not-there')
  expect(graphics.read()).toBeNull()
  graphics.stop()
})

it('what was never started is never killed: without a number that could be anybody', () => {
  const kill = vi.spyOn(ChildProcess.prototype, 'kill').mockReturnValue(true)
  onTestFinished(() => kill.mockRestore())
  followGraphics('a-tool-that-is-not-there').stop()
  expect(kill).not.toHaveBeenCalled()
  followGraphics(process.execPath).stop()
  expect(kill).toHaveBeenCalledOnce()
})

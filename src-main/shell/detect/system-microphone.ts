/** How this system tells who uses the microphone. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { microphoneUsers } from './consent-store.ts'
import { recordingPrograms } from './source-outputs.ts'
import type { DetectParts } from './watch-microphone.ts'

const longestAnswerMs = 2_000

/** `ownPids`: our processes at this moment. Null where nothing tells. */
export function systemMicrophone(ownPids: () => readonly number[]): DetectParts['microphoneUsers'] {
  if (process.platform === 'win32') {
    // Loaded with the first look, and not with the program.
    const opened = import('./registry.koffi.ts').then(({ openRegistry }) => openRegistry())
    return async () => microphoneUsers(await opened, process.execPath)
  }
  if (process.platform !== 'linux') return null
  const run = promisify(execFile)
  return async () => {
    const args = ['-f', 'json', 'list', 'source-outputs']
    const { stdout } = await run('pactl', args, { timeout: longestAnswerMs })
    return recordingPrograms(stdout, new Set(ownPids()))
  }
}

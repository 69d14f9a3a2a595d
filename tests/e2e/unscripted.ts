/** The commands of which no spec with the scripted engine has need, or which it answers with nothing. */
import type { EngineApi } from '#contract/commands.ts'
import { notScripted } from './library-script.ts'

export const unscripted = {
  'performance.read': async () => [],
  'computer.measure': notScripted,
  'computer.read': async () => null,
  'system.describe': notScripted,
  'backend.probe': notScripted,
  'insights.refresh': notScripted,
  'keys.describe': async () => ({
    textEncrypted: true,
    plainRecordings: 0,
    openedBy: 'account',
    hasPassphrase: false,
    recoveryMadeAt: null,
    isRotating: false,
    isPrivate: true,
  }),
  'keys.makeRecovery': notScripted,
  'keys.setPassphrase': notScripted,
  'keys.keepHere': notScripted,
  'keys.rotate': notScripted,
} satisfies Partial<EngineApi>

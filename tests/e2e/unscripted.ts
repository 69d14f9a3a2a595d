/** The commands of which no spec with the scripted engine has need, or which it answers with nothing. */
import type { EngineApi } from '#contract/commands.ts'
import { notScripted } from './library-script.ts'

export const unscripted = {
  'segment.edit': notScripted,
  'segment.split': notScripted,
  'segment.merge': notScripted,
  'segment.assign': notScripted,
  'speaker.list': async () => [],
  'speaker.rename': notScripted,
  'text.find': notScripted,
  'text.replace': notScripted,
  'edit.undo': notScripted,
  'edit.redo': notScripted,
  'edit.state': async () => ({ undo: null, redo: null }),
  'edit.list': async () => [],
  'edit.revert': notScripted,
  'model.list': async () => [],
  'model.pull': notScripted,
  'model.add': notScripted,
  'model.verify': async () => [],
  'model.remove': notScripted,
  'performance.read': async () => [],
  'computer.measure': notScripted,
  'computer.read': async () => null,
  'system.describe': notScripted,
  'backend.probe': notScripted,
  'insights.refresh': notScripted,
} satisfies Partial<EngineApi>

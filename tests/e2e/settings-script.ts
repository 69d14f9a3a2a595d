/** What a hand-driven engine answers about settings and the computer: the defaults, and that nothing is there. */
import type { EngineApi } from '#contract/commands.ts'
import type { backupCommands } from '#contract/backup.ts'
import type { settingsCommands } from '#contract/settings-commands.ts'
import { defaultSettings } from '#contract/settings.ts'

const noModel = { id: null, without: null }

type Machine =
  | 'performance.read'
  | 'computer.measure'
  | 'computer.read'
  | 'system.describe'
  | 'backend.probe'
/** What no spec has needed yet. */
type Work = 'transcript.export' | 'meeting.refine' | 'meeting.cancelRefining' | 'insights.refresh'
type Scripted = Exclude<
  keyof typeof settingsCommands | keyof typeof backupCommands | Machine | Work,
  'template.list' | 'vocabulary.read' | 'vocabulary.change' | 'device.list'
>

export function settingsScript(notScripted: () => Promise<never>): Pick<EngineApi, Scripted> {
  return {
    'performance.read': async () => [],
    'computer.measure': notScripted,
    'computer.read': async () => null,
    'system.describe': notScripted,
    'backend.probe': notScripted,
    'transcript.export': notScripted,
    'meeting.refine': notScripted,
    'meeting.cancelRefining': notScripted,
    'insights.refresh': notScripted,
    'settings.read': async () => defaultSettings,
    'settings.change': async () => defaultSettings,
    'template.read': notScripted,
    'template.check': notScripted,
    'template.write': notScripted,
    'template.remove': notScripted,
    'model.list': async () => [],
    'model.pull': notScripted,
    'model.cancel': notScripted,
    // A computer on which a speech model was chosen long ago.
    'model.inUse': async () => ({
      speech: { id: 'base-q5_1', without: null },
      language: noModel,
      embedding: noModel,
    }),
    'model.add': notScripted,
    'model.verify': async () => [],
    'model.remove': notScripted,
    'network.report': async () => ({
      network: 'models',
      forced: false,
      hosts: ['models.example'],
      allowed: 0,
      refused: 0,
      attempts: [],
    }),
    'storage.describe': notScripted,
    'storage.preview': notScripted,
    'storage.exempt': notScripted,
    'storage.clean': notScripted,
    'backup.list': async () => ({
      folder: '/data/backups',
      backups: [],
      restoring: null,
      problem: null,
    }),
    'backup.make': notScripted,
    'backup.restore': notScripted,
    'damage.read': async () => ({ suspected: false, repair: null }),
    'damage.dismiss': async () => null,
  }
}

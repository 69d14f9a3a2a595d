import { z } from 'zod'
import { Device } from './device.ts'
import { MeetingId } from './ids.ts'
import { Model, ModelCheck, ModelsInUse } from './model.ts'
import { Settings } from './settings.ts'
import { networkCommands } from './network.ts'
import { RetentionPreview, RetentionRules, StorageReport } from './storage.ts'
import { SummaryTemplate } from './summary.ts'
import { TemplateCheck, TemplateId, TemplateSource, TemplateText } from './template.ts'
import { ChangedVocabulary, Vocabulary, VocabularyChange } from './vocabulary.ts'

const ofTemplate = z.strictObject({ id: z.string().min(1).max(100) })
const ofModel = z.strictObject({ modelId: z.string().min(1) })

/** What a person may ask of settings, models, templates, storage, terms and devices. */
export const settingsCommands = {
  'settings.read': { input: z.strictObject({}), output: Settings },
  /** What is left out stays. */
  'settings.change': { input: Settings.partial(), output: Settings },
  'template.list': { input: z.strictObject({}), output: z.array(SummaryTemplate) },
  'template.read': { input: ofTemplate, output: TemplateText },
  /** What a text would make, or the line in which it is broken; keeps nothing. */
  'template.check': { input: z.strictObject({ text: TemplateSource }), output: TemplateCheck },
  /** Keeps a template of the user's own, which goes before one of the same name that comes with the program. */
  'template.write': {
    input: z.strictObject({ id: TemplateId, text: TemplateSource }),
    output: SummaryTemplate,
  },
  'template.remove': { input: ofTemplate, output: z.null() },
  'model.list': { input: z.strictObject({}), output: z.array(Model) },
  /** Fetches a model of the catalogue; progress arrives as events. */
  'model.pull': { input: ofModel, output: Model },
  /** Ends the fetching of a model; what is here by then is kept, and the next pull goes on from there. */
  'model.cancel': { input: ofModel, output: z.null() },
  /** Which model is used now where nobody names one. */
  'model.inUse': { input: z.strictObject({}), output: ModelsInUse },
  'model.add': { input: z.strictObject({ path: z.string().min(1) }), output: Model },
  'model.verify': { input: z.strictObject({}), output: z.array(ModelCheck) },
  'model.remove': { input: ofModel, output: z.null() },
  'storage.describe': { input: z.strictObject({}), output: StorageReport },
  /** What rules would remove now; null: those that hold. */
  'storage.preview': {
    input: z.strictObject({ rules: RetentionRules.nullable() }),
    output: RetentionPreview,
  },
  /** No rule touches this meeting from now on, or rules do again. */
  'storage.exempt': {
    input: z.strictObject({ meetingId: MeetingId, exempt: z.boolean() }),
    output: z.null(),
  },
  /** Removes what a kill left behind and nobody needs any more; answers with how much that was. */
  'storage.clean': { input: z.strictObject({}), output: StorageReport.shape.leftovers },
  /** The names and terms that this user's meetings expect. */
  'vocabulary.read': { input: z.strictObject({}), output: Vocabulary },
  'vocabulary.change': { input: VocabularyChange, output: ChangedVocabulary },
  ...networkCommands,
  'device.list': { input: z.strictObject({}), output: z.array(Device) },
} as const

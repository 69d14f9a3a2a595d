/** What a person can do about settings, models and storage. */
import type { CommandInput, CommandName, CommandOutput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { Settings } from '#contract/settings.ts'
import type { EngineClient } from '#wire/connect.ts'
import { pullBegan, pullEnded } from './models.ts'
import { lasting, type Update } from './perform.ts'

/** What was asked, or why it did not work, in the engine's words. */
export type Answer<T> = { readonly value: T } | { readonly problem: string }

export interface SettingsActions {
  readSettings(): Promise<void>
  /** Null when it is kept; else why it is not. */
  changeSettings(change: Partial<Settings>): Promise<string | null>
  readModels(): Promise<void>
  /** How that goes is told by events; what went wrong stands beside the model. */
  pullModel(modelId: string): Promise<void>
  cancelPull(modelId: string): Promise<void>
  removeModel(modelId: string): Promise<void>
  /** For what is shown where it was asked, and nowhere else. */
  request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Answer<CommandOutput<N>>>
}

export function settingsActions(update: Update, client: EngineClient): SettingsActions {
  async function request<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Answer<CommandOutput<N>>> {
    try {
      return { value: await client.call(name, input) }
    } catch (error) {
      return { problem: sentenceOf(error) }
    }
  }

  return {
    request,
    async readSettings() {
      update(({ settings }) => ({ settings: { ...settings, phase: 'reading' } }))
      try {
        const settings = await client.call('settings.read', {})
        // An answer that comes after a newer event is old news.
        update(({ settings: { phase } }) =>
          phase === 'reading' ? { settings: { phase: 'whole', settings } } : {},
        )
      } catch (error) {
        const phase = lasting(error) === null ? 'unread' : 'failed'
        update(({ settings }) => ({ settings: { ...settings, phase } }))
      }
    },
    async changeSettings(change) {
      const answer = await request('settings.change', change)
      if ('problem' in answer) return answer.problem
      update(() => ({ settings: { phase: 'whole', settings: answer.value } }))
      return null
    },
    async readModels() {
      update(({ models }) => ({ models: { ...models, phase: 'reading' } }))
      try {
        const list = await client.call('model.list', {})
        const inUse = await client.call('model.inUse', {})
        update(({ models }) => ({ models: { ...models, phase: 'whole', models: list, inUse } }))
      } catch (error) {
        const phase = lasting(error) === null ? 'unread' : 'failed'
        update(({ models }) => ({ models: { ...models, phase } }))
      }
    },
    async pullModel(modelId) {
      update(({ models }) => ({ models: pullBegan(models, modelId) }))
      let problem: string | null = null
      try {
        await client.call('model.pull', { modelId })
      } catch (error) {
        const cancelled = error instanceof AppError && error.code === 'cancelled'
        problem = cancelled ? null : sentenceOf(error)
      }
      update(({ models }) => ({ models: pullEnded(models, modelId, problem) }))
    },
    async removeModel(modelId) {
      const answer = await request('model.remove', { modelId })
      const problem = 'problem' in answer ? answer.problem : null
      update(({ models }) => ({ models: pullEnded(models, modelId, problem) }))
    },
    async cancelPull(modelId) {
      await request('model.cancel', { modelId })
    },
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : String(error)
}

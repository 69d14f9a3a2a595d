/** Asking the engine for something, showing that it is being asked, and saying plainly when it did not work. */
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { addNotice, type Notice } from './notices.ts'
import type { AppState, Task } from './store.ts'

export type Update = (change: (state: AppState) => Partial<AppState>) => void

/** Runs what was asked about a meeting, shows that it runs, and tells what stood in its way. */
export async function perform<T>(
  update: Update,
  meetingId: MeetingId,
  task: Task,
  run: () => Promise<T>,
): Promise<T | null> {
  update(({ tasks }) => ({ tasks: { ...tasks, [meetingId]: task } }))
  try {
    return await run()
  } catch (error) {
    tell(update, problemNotice(error, meetingId))
    return null
  } finally {
    // Something else may have been asked since, and that is still going on.
    update(({ tasks }) => {
      const { [meetingId]: running, ...rest } = tasks
      return { tasks: running === task ? rest : tasks }
    })
  }
}

export function tell(update: Update, notice: Notice): void {
  update(({ notices }) => ({ notices: addNotice(notices, notice) }))
}

/** The sentence of a failure; null for a lost connection, which passes by itself. */
export function lasting(error: unknown): string | null {
  if (error instanceof AppError && error.code === 'engine_gone') return null
  return error instanceof AppError ? error.message : ''
}

export function problemNotice(error: unknown, meetingId: MeetingId | null): Notice {
  const known = error instanceof AppError ? error : null
  const [code, text] = [known?.code ?? 'internal', known?.message ?? '']
  return { key: `problem ${code} ${text}`, tone: 'problem', code, text, meetingId, warning: null }
}

import { z } from 'zod'

/** Stable names of the failures a person can act on. Scripts rely on them: add, never rename. */
export const ErrorCode = z.enum([
  'invalid_input',
  'not_found',
  'file_missing',
  'file_unreadable',
  'audio_unsupported',
  'audio_empty',
  'model_missing',
  'model_broken',
  'model_mismatch',
  'download_failed',
  'offline',
  'disk_full',
  'data_read_only',
  'disk_gone',
  'disk_failing',
  'disk_slow',
  'disk_low',
  'sound_lost',
  'text_unkept',
  'data_newer',
  'data_broken',
  'data_locked',
  'meeting_busy',
  'meetings_differ',
  'file_too_large',
  'text_changed',
  'data_busy',
  'computer_busy',
  'port_in_use',
  'token_unsafe',
  'source_unavailable',
  'device_missing',
  'device_unknown',
  'device_busy',
  'device_denied',
  'device_lost',
  'device_deaf',
  'elsewhere_playing',
  'silence_ends_soon',
  'language_mismatch',
  'not_listening',
  'recognition_missing',
  'worker_crashed',
  'backend_left',
  'model_changed',
  'text_stopped',
  'model_too_large',
  'template_missing',
  'template_broken',
  'engine_gone',
  'cancelled',
  'internal',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** The one shape in which a failure leaves the engine. */
export const WireError = z.strictObject({ code: ErrorCode, message: z.string() })
export type WireError = Readonly<z.infer<typeof WireError>>

/** A failure a person can be told about. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Bugs leave as `internal` without their text, which may hold speech, names or paths. */
export function toWireError(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  return { code: 'internal', message: 'Something went wrong inside the engine. The log says more.' }
}

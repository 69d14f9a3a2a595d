/** What was found when back ends were tried, as it is kept between two starts of the program. */
import { z } from 'zod'
import type { KnownDevice } from './rank-backends.ts'

/** The part of the settings that is used. */
export interface KeptSettings {
  read(key: string): unknown
  write(key: string, value: unknown): void
}

const settingKey = 'recognition.backends'

const Verdict = z.discriminatedUnion('state', [
  z.object({ state: z.literal('usable'), speed: z.number().positive() }),
  z.object({ state: z.literal('disabled'), reason: z.string() }),
])

const Kept = z.object({
  /** Everything the verdicts depend on apart from the devices themselves: the addon and the drivers. */
  basis: z.string(),
  devices: z.array(
    z.object({
      id: z.templateLiteral([z.enum(['vulkan', 'cuda']), ':', z.int().nonnegative()]),
      name: z.string(),
      description: z.string(),
      type: z.string(),
      totalMemoryBytes: z.number(),
      verdict: Verdict.nullable(),
    }),
  ),
})

/** What was kept on this basis; nothing when the addon or a driver is another one now. */
export function readKept(settings: KeptSettings, basis: string): readonly KnownDevice[] | null {
  const kept = Kept.safeParse(settings.read(settingKey))
  return kept.success && kept.data.basis === basis ? kept.data.devices : null
}

export function writeKept(
  settings: KeptSettings,
  basis: string,
  devices: readonly KnownDevice[],
): void {
  settings.write(settingKey, { basis, devices })
}

/**
 * The key ring of a data folder, as it lies there: one master key, locked once for each way to open the folder, and the
 * key of the database locked by the master key. Nothing in it opens anything by itself.
 */
import { z } from 'zod'

/** Bytes of whatever kind; in the file they are base64. */
const asText = z.codec(
  z.base64(),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  {
    decode: (text): Uint8Array => Buffer.from(text, 'base64'),
    encode: (bytes) => Buffer.from(bytes).toString('base64'),
  },
)

/** What scrypt is asked for; kept with each slot, so that it can be raised later. */
const Cost = z.strictObject({
  n: z
    .int()
    .min(2)
    .max(2 ** 22),
  r: z.int().min(1).max(64),
  p: z.int().min(1).max(16),
})

const Slot = z.discriminatedUnion('kind', [
  /** Locked by Windows for one account of this computer. */
  z.strictObject({ kind: z.literal('system'), locked: asText }),
  /** Locked by a key that lies in a file outside the data folder. */
  z.strictObject({ kind: z.literal('file'), name: z.uuid(), locked: asText }),
  z.strictObject({ kind: z.literal('passphrase'), salt: asText, cost: Cost, locked: asText }),
  z.strictObject({
    kind: z.literal('recovery'),
    madeAt: z.iso.datetime(),
    locked: asText,
  }),
])
export type Slot = Readonly<z.infer<typeof Slot>>
export type SlotOf<K extends Slot['kind']> = Extract<Slot, { readonly kind: K }>

export const Ring = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  slots: z.array(Slot).min(1).max(8),
  /** Locked by the master key. */
  database: asText,
  /** How the database was kept before, while that may still be so; its key is locked by the master key. */
  databaseBefore: z.union([z.literal('plain'), asText]).nullable(),
  /** Earlier master keys, locked by this one, while recordings may still be locked by them. */
  earlier: z.array(asText).max(8),
})
export type Ring = Readonly<z.infer<typeof Ring>>

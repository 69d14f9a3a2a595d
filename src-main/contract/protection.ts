import { z } from 'zod'

/** How the data folder is kept from others. */
export const Protection = z.strictObject({
  /** False also where it is plain until no other program has the folder open, and where nothing can be written. */
  textEncrypted: z.boolean(),
  /** Recordings from before there were keys, which anybody who has the folder can hear. */
  plainRecordings: z.int().nonnegative(),
  /**
   * Who opens the folder without asking: the account of the operating system, or a key file of this user; null: nobody,
   * the passphrase is asked for.
   */
  openedBy: z.enum(['account', 'key_file']).nullable(),
  hasPassphrase: z.boolean(),
  /** Null: there is no recovery phrase, and without this computer nobody can open the folder. */
  recoveryMadeAt: z.iso.datetime().nullable(),
  /** New keys have been made, and not everything is locked by them yet. */
  isRotating: z.boolean(),
  /** Whether other users of this computer are kept out of the folder; null where its mode does not tell. */
  isPrivate: z.boolean().nullable(),
})
export type Protection = Readonly<z.infer<typeof Protection>>

export const RecoveryWords = z.array(z.string()).length(24)

/** What a person may ask of the keys of the data folder. */
export const keyCommands = {
  'keys.describe': { input: z.strictObject({}), output: Protection },
  /** A new recovery phrase; one from before opens nothing any more. It is nowhere but in the answer. */
  'keys.makeRecovery': {
    input: z.strictObject({}),
    output: z.strictObject({ words: RecoveryWords }),
  },
  'keys.setPassphrase': {
    input: z.strictObject({
      /** Null takes it away. */
      passphrase: z.string().min(8).max(1000).nullable(),
      /** This computer keeps no key: the passphrase is asked for at every start. */
      only: z.boolean(),
    }),
    output: Protection,
  },
  /** This computer opens the folder by itself from now on. */
  'keys.keepHere': { input: z.strictObject({}), output: Protection },
  /**
   * New keys for everything; the passphrase where the folder has one. Answers with a new recovery phrase where there was
   * one. Refused while a meeting is worked on or another program has the folder open.
   */
  'keys.rotate': {
    input: z.strictObject({ passphrase: z.string().max(1000).nullable() }),
    output: z.strictObject({ words: RecoveryWords.nullable() }),
  },
} as const

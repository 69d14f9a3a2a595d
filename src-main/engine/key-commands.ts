/** What can be asked about the keys of the data folder, and what becomes of what was there before them. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { Protection } from '#contract/protection.ts'
import type { OpenRing } from './keys/held-ring.ts'
import type { Parts } from './parts.ts'
import { rewrapRecordings } from './seal-recordings.ts'

type KeyCommand = Extract<keyof EngineApi, `keys.${string}`>

export function keyCommands(
  parts: Pick<Parts, 'keeping' | 'lock' | 'log'>,
  /** What was locked by the keys before is of no use any more. */
  rotated: () => void,
): Pick<EngineApi, KeyCommand> {
  const { keeping, lock, log } = parts

  async function describe(): Promise<Protection> {
    const state = lock.ring?.state()
    return {
      textEncrypted: lock.textEncrypted,
      plainRecordings: (await keeping.recordings.plain()).length,
      openedBy: openedBy(state?.own ?? null),
      hasPassphrase: state?.passphrase ?? false,
      recoveryMadeAt: state?.recoveryMadeAt ?? null,
      isRotating: isRotating(lock.ring),
      isPrivate: lock.isPrivate(),
    }
  }

  /** What a reader may not change is told before anything is tried. */
  function changeable(): OpenRing {
    if (lock.ring && !keeping.store.readOnly) return lock.ring
    throw new AppError(
      'data_read_only',
      'The keys of the data folder cannot be changed, because nothing can be written there. Allow writing there.',
    )
  }

  return {
    'keys.describe': describe,
    async 'keys.makeRecovery'() {
      const words = changeable().makeRecovery()
      log.info('keys.recovery_made')
      return { words }
    },
    'keys.setPassphrase'(wish) {
      changeable().setPassphrase(wish)
      log.info('keys.passphrase_set', { set: wish.passphrase !== null, only: wish.only })
      return describe()
    },
    'keys.keepHere'() {
      changeable().keepHere()
      return describe()
    },
    async 'keys.rotate'({ passphrase }) {
      const ring = changeable()
      // Whoever ends a rotation forgets all earlier keys: another one begun meanwhile would lose what it still needs.
      await rewrapRecordings(parts)
      if (keeping.store.meetings.withState('live').length > 0)
        throw new AppError(
          'meeting_busy',
          'A meeting is being recorded. Nothing was changed. Make new keys when it is over.',
        )
      if (ring.rewrapping() !== null)
        throw new AppError(
          'data_busy',
          'New keys are being made already. Nothing more was changed. Make new ones when that is over.',
        )
      const hadPhrase = ring.state().recoveryMadeAt !== null
      rotateDatabase(parts, ring, passphrase)
      await rewrapRecordings(parts)
      const words = hadPhrase ? ring.makeRecovery() : null
      log.info('keys.rotated')
      rotated()
      return { words }
    },
  }
}

function rotateDatabase(
  { keeping, lock }: Pick<Parts, 'keeping' | 'lock'>,
  ring: OpenRing,
  passphrase: string | null,
): void {
  // A rotation that a kill has cut short is ended first: a ring remembers one earlier key of the database.
  const isAlone = lock.textEncrypted && ring.database.before() === null
  const done =
    isAlone &&
    keeping.store.rekey(() => {
      ring.rotate(passphrase)
      return ring.database.key
    })
  if (!done)
    throw new AppError(
      'data_busy',
      'Another program has the data folder open. Nothing was changed. Close it, and make new keys then.',
    )
  ring.database.converted()
}

function isRotating(ring: OpenRing | null): boolean {
  return ring !== null && (ring.rewrapping() !== null || ring.database.before() !== null)
}

function openedBy(own: 'system' | 'file' | null): Protection['openedBy'] {
  if (own === null) return null
  return own === 'system' ? 'account' : 'key_file'
}

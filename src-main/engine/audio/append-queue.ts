/**
 * Appends bytes to a file in the order of the calls. Bytes are in the system's hands, safe from our own
 * death, when `append` resolves; or held in memory, where that is allowed and the disk does not take them.
 *
 * The few hundred bytes that a device brings every 10 ms go to the system at once: that costs a tenth of
 * asking another thread to do it. But a disk can be busy, and nobody here may wait for one: while it is
 * asked to sync, after a write or a sync that took long, and for more than a few bytes, writing is left to the
 * other threads. What arrives while one such write is under way waits and is then written at once.
 */
import { heldBytes } from './held-bytes.ts'

export interface AppendableFile {
  /** Writes in another thread; resolves with the number of bytes written. */
  write(bytes: Uint8Array, offset: number, position: number): Promise<number>
  /** Writes before it returns. */
  writeNow(bytes: Uint8Array, offset: number, position: number): number
}

/** Allows bytes to be held in memory while a disk is full, slow or gone. */
export interface Hold {
  /** Whether so many bytes more may wait for the disk. */
  mayHold(bytes: number): boolean
  /** Shared by files of one disk: until then nobody waits for it in this thread. */
  readonly wary: { untilMs: number }
  /** What is said to whoever brings more than may be held. */
  tooMuch(failure: unknown): unknown
}

export interface AppendQueue {
  /**
   * Resolves when these bytes are written, or held. Where nothing may be held, every call after a failure fails the
   * same way.
   */
  append(bytes: Uint8Array): Promise<void>
  /** The position in the file up to which bytes have been written. */
  written(): number
  /** The position behind the last byte that can be read from the file or from here. */
  readable(): number
  /** From this position on everything that can be read is in memory. */
  inMemoryFrom(): number
  /** What of `[from, to)` is in memory. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>
  /** Why nothing more is written; null while writing works. */
  failure(): unknown
  /** Since when, on the steady clock, something waits to be written; null while nothing does. */
  waitingSinceMs(): number | null
  /** Writes what is held, should that be possible now. Resolves when it is written or has failed again. */
  retry(): Promise<void>
  /** Resolves when everything appended so far is written; fails while it cannot be. */
  idle(): Promise<void>
  /**
   * Lets the disk itself take what is written: until `work` is done nothing is written in this thread. Where bytes are
   * held, they are kept until then, and written again after a failure: the system may have dropped what it had accepted.
   */
  sync(work: () => Promise<void>): Promise<void>
}

/** Half a second of sound. */
const FEW_BYTES = 16_384
/** So much is handed to the system at a time. */
const MOST_AT_ONCE = 1_048_576
/** A write that takes longer did wait for a disk. */
const LONG_WRITE_MS = 20
/** How long a disk that was waited for is not trusted again. */
const WARY_MS = 5_000
/** So long who appends waits for a disk before the bytes are only held. */
const PATIENCE_MS = 100

interface Options {
  readonly steadyMs?: () => number
  /** Null: nothing is held. */
  readonly hold?: Hold | null
  /**
   * What belongs together: whoever must write again begins at a multiple of so many bytes, and what is held does, too. So a
   * sample, of which the file may have half, is whole in memory.
   */
  readonly unit?: number
}

interface Waiter {
  readonly to: number
  readonly done: (isWritten: boolean) => void
}

export function appendQueue(
  file: AppendableFile,
  start: number,
  { steadyMs = () => performance.now(), hold = null, unit = 1 }: Options = {},
): AppendQueue {
  const held = heldBytes(start)
  let position = start
  /** What the disk itself has, as far as anybody asked. */
  let safe = start
  let end = start
  let failure: { readonly error: unknown } | null = null
  let pumping: Promise<void> | null = null
  /** Counts how often writing began anew further back. */
  let rewinds = 0
  let syncs = 0
  const wary = hold?.wary ?? { untilMs: -Infinity }
  let waitingSinceMs: number | null = null
  let waiters: Waiter[] = []

  /** Where to begin again so that everything from this position on is written. */
  function whole(at: number): number {
    return Math.max(start, at - (at % unit))
  }

  function settle(): void {
    if (position >= end) waitingSinceMs = null
    held.drop(hold ? whole(Math.min(safe, position)) : position)
    const ready = waiters.filter(({ to }) => failure !== null || to <= position)
    waiters = waiters.filter(({ to }) => failure === null && to > position)
    for (const { to, done } of ready) done(to <= position)
  }

  function failed(error: unknown): void {
    failure = { error }
    if (!hold) {
      end = position
      held.startAt(end)
    }
    settle()
  }

  function timed<T>(beganMs: number, result: T): T {
    const endMs = steadyMs()
    if (endMs - beganMs > LONG_WRITE_MS) wary.untilMs = endMs + WARY_MS
    return result
  }

  async function writeHeld(): Promise<void> {
    while (position < end && !failure) {
      const bytes = held.read(position, Math.min(end, position + MOST_AT_ONCE))
      const mine = rewinds
      try {
        for (let done = 0; done < bytes.length && mine === rewinds;) {
          const written = timed(steadyMs(), await file.write(bytes, done, position))
          if (mine !== rewinds) break
          done += written
          position += written
        }
        settle()
      } catch (error) {
        if (mine === rewinds) failed(error)
      }
    }
  }

  function pump(): void {
    pumping ??= writeHeld().finally(() => {
      pumping = null
      if (position < end && !failure) pump()
    })
  }

  /** Begins in the next turn, so that what comes in this one goes with it. */
  function hand(bytes: Uint8Array): void {
    if (held.end() !== end) held.startAt(end)
    held.push(bytes)
    end += bytes.length
    waitingSinceMs ??= steadyMs()
    if (!failure) pumping ??= Promise.resolve().then(() => ((pumping = null), pump()))
  }

  function mayWriteNow(bytes: Uint8Array): boolean {
    const isFree = !pumping && position === end && syncs === 0 && !failure
    return isFree && bytes.length <= FEW_BYTES && steadyMs() >= wary.untilMs
  }

  function writeNow(bytes: Uint8Array): void {
    const beganMs = steadyMs()
    if (hold) held.push(bytes)
    if (hold) end += bytes.length
    try {
      for (let done = 0; done < bytes.length;) {
        const written = file.writeNow(bytes, done, position)
        done += written
        position += written
        end = Math.max(end, position)
      }
      timed(beganMs, null)
    } catch (error) {
      waitingSinceMs = beganMs
      failed(error)
    }
  }

  /** Resolves with true when the file has everything before `to`, with false when writing fails. */
  function reached(to: number): Promise<boolean> {
    if (failure || position >= to) return Promise.resolve(position >= to)
    return new Promise((done) => waiters.push({ to, done }))
  }

  function met(): unknown {
    return failure?.error
  }

  return {
    async append(bytes) {
      if (!hold && failure) throw met()
      if (hold && !hold.mayHold(bytes.length)) throw hold.tooMuch(failure?.error ?? null)
      const to = end + bytes.length
      if (mayWriteNow(bytes)) writeNow(bytes)
      else hand(bytes)
      if (!hold) {
        if (!(await reached(to))) throw met()
        return
      }
      const leftMs = PATIENCE_MS - (steadyMs() - (waitingSinceMs ?? steadyMs()))
      if (position < end && leftMs > 0) await withinMs(leftMs, reached(to))
    },
    written: () => position,
    readable: () => (hold ? end : position),
    inMemoryFrom: () => (hold ? held.from() : end),
    read: (from, to) => held.read(from, to),
    failure: () => failure?.error ?? null,
    waitingSinceMs: () => waitingSinceMs,
    async retry() {
      await pumping
      if (!hold) return
      failure = null
      pump()
      await pumping
    },
    async idle() {
      const written = await reached(end)
      if (failure || !written) throw met()
    },
    async sync(work) {
      const upTo = position
      const beganMs = steadyMs()
      syncs++
      try {
        await work()
        safe = Math.max(safe, Math.min(upTo, position))
        settle()
      } catch (error) {
        rewinds++
        if (hold) position = whole(safe)
        if (position < end) waitingSinceMs ??= beganMs
        failed(error)
        throw error
      } finally {
        timed(beganMs, null)
        syncs--
      }
    },
  }
}

async function withinMs(ms: number, done: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, ms)
  await Promise.race([done, late.promise])
  clearTimeout(timer)
}

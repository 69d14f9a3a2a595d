import type { NetworkAttempt, NetworkReport } from '#contract/network.ts'

/** The way out of this computer, as the engine sees it. */
export interface Network extends Disposable {
  /** Lets hosts be reached until it is disposed; fails in words where the network is off. `closed`: it went off meanwhile. */
  open(hosts: readonly string[], closed: () => void): Disposable
  /** Fails in words where a path leads to another computer and the network is off. */
  requireHere(path: string): void
  /** The setting may be another one now: what is open and may no longer be is ended. */
  apply(): void
  /** Keeps what another process of the program attempted. */
  note(attempt: NetworkAttempt): void
  /** Hears of each attempt as it is kept, but not of known programs of the system: those need no network. */
  watch(listener: (attempt: NetworkAttempt) => void): () => void
  /** With so many of the newest attempts. */
  report(most: number): NetworkReport
}

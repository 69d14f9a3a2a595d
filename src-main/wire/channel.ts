/** One of two ends that pass JSON values. A message port, a web socket or memory becomes one in a few lines. */
export interface Channel {
  send(value: unknown): void
  onMessage(listener: (value: unknown) => void): void
  /** Called once, also when the channel had closed before. */
  onClose(listener: () => void): void
}

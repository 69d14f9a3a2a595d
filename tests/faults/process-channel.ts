/** The contract over the channel between a Node process and its child. */
import type { ChildProcess } from 'node:child_process'
import type { Channel } from '#wire/channel.ts'

/** The parent's end. */
export function childChannel(child: ChildProcess): Channel {
  return overProcess(child)
}

/** The end of a process that was started with a channel. */
export function ownChannel(): Channel {
  return overProcess(process)
}

function overProcess(other: ChildProcess | NodeJS.Process): Channel {
  return {
    // What is said to a process that was killed is lost, and `onClose` tells so.
    send: (value) => void other.send?.(value as object, undefined, undefined, () => {}),
    onMessage: (listener) => void other.on('message', listener),
    onClose: (listener) => (other.connected ? void other.once('disconnect', listener) : listener()),
  }
}

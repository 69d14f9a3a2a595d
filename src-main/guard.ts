/** The first import of every entry: from then on nothing of this process reaches the network unless it was opened. */
export { guard } from './engine/network/guard.node.ts'

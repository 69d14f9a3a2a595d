/** The first import of every worker: none of them has any business beyond this computer, whatever the settings say. */
import { guard } from './guard.node.ts'

guard.setOff(() => true)

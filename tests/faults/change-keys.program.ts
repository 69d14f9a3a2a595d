/**
 * Opens a data folder when its parent says so, and is killed while it does: `change-keys.program.ts DATA open|rotate`.
 * `open` brings a folder from before there were keys to its own; `rotate` makes new ones.
 */
import { assemble } from '../../src-main/assemble.ts'
import { openKeeping } from '../../src-main/assemble-keeping.ts'

const [data = '', what = 'open'] = process.argv.slice(2)
const engine = what === 'rotate' ? await assemble({ dataFolder: data }) : null

process.once('message', () => {
  const work = engine
    ? engine.api['keys.rotate']({ passphrase: null })
    : openKeeping({ folder: data, mode: 'write' })
  void work.then(() => process.send?.('done'))
})
process.send?.('ready')

// Does one thing to the store of a folder, to be killed while it does: WHAT FOLDER KEY (hex, or -).
import { join } from 'node:path'
import { backupFolder } from '#engine/store/backup/backup-folder.node.ts'
import { fillStore } from '#engine/store/fixtures/filled-store.ts'
import { readyFolder } from '#engine/store/rescue/ready-folder.ts'
import { openStore } from '#engine/store/store.sqlite.ts'

const [what = '', data = '', hex = '-'] = process.argv.slice(2)
const key = hex === '-' ? null : Buffer.from(hex, 'hex')
const here = { data, database: join(data, 'rtstt.sqlite'), key }

process.once('message', () => void work())
process.send?.('ready')

async function work(): Promise<void> {
  process.send?.('begun')
  if (what === 'backup') await backupFolder({ ...here, key: () => key }).make(Date.now())
  else if (what === 'start') readyFolder(here, Date.now())
  else if (what === 'open') openStore(here.database, { key })
  else write()
  process.send?.('done')
  process.disconnect()
}

/** Meetings, each told when it is kept. */
function write(): void {
  using store = openStore(here.database, { key })
  for (let number = 1000; number < 1600; number += 1) {
    fillStore(store, { meetings: 1, segments: 10, from: number })
    process.send?.(number)
  }
}

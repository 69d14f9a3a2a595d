/** A data folder whose master key is locked by Windows for the account that is signed in, and a database behind it. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { passingKeys } from '../../../src-main/engine/keys/folder-keys.ts'
import { openRing } from '../../../src-main/engine/keys/open-ring.node.ts'
import { windowsAccount } from '../../../src-main/engine/keys/windows-account.koffi.ts'
import { openForWriting } from '../../../src-main/engine/store/open-database.sqlite.ts'
import {
  databaseKind,
  settleDatabase,
} from '../../../src-main/engine/store/settle-database.sqlite.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-größe-'))
const database = path.join(folder, 'rtstt.sqlite')
const open = (keeping = windowsAccount()) =>
  openRing({
    folder,
    keeping,
    passphrase: null,
    words: null,
    nowMs: Date.now,
    database: databaseKind(database),
    alone: (work) => work(),
  })

const key = Buffer.from(passingKeys().database)
const account = windowsAccount()
const slot = account.lock(key, 'one ring')
assert.equal(slot.kind, 'system')
assert.ok(!Buffer.from(slot.locked).includes(key))
assert.deepEqual(account.open(slot, 'one ring'), key)
assert.equal(account.open(slot, 'another ring'), null)
const changed = Buffer.from(slot.locked).fill(0, slot.locked.length - 8)
assert.equal(account.open({ ...slot, locked: changed }, 'one ring'), null)

// A database from before there were keys is encrypted where it lies, and opens again by the account alone.
const plain = openForWriting(database)
plain.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run('said', '"the heron crosses"')
plain.close()
const first = open()
assert.equal(settleDatabase(database, first.database), first.database.key)
assert.equal(databaseKind(database), 'encrypted')
assert.ok(!readFileSync(database).includes('heron'))
const again = open()
assert.deepEqual(Buffer.from(again.database.key), Buffer.from(first.database.key))
const db = openForWriting(database, again.database.key)
assert.deepEqual(db.prepare('SELECT value FROM setting WHERE key = ?').pluck().all('said'), [
  '"the heron crosses"',
])
db.close()

const ring = readFileSync(path.join(folder, 'keys.json'), 'utf8')
assert.ok(!readdirSync(folder).some((name) => name.endsWith('.tmp')))
for (const name of ['keys.json', 'keys.copy.json'])
  writeFileSync(path.join(folder, name), ring.replace(/"id": ".{8}/, '"id": "00000000'))
assert.throws(() => open(), { code: 'data_locked' })
rmSync(folder, { recursive: true, force: true })

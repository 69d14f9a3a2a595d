/** better-sqlite3's own Windows binary: a database on disk in WAL mode, with full-text search, and distances of vectors. */
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { getLoadablePath } from 'sqlite-vec'

const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'rtstt-')), 'meetings.db')
const database = new Database(file)
assert.equal(database.pragma('journal_mode = WAL', { simple: true }), 'wal')
database.exec('CREATE VIRTUAL TABLE line USING fts5(text)')
const insert = database.prepare('INSERT INTO line VALUES (?)')
database.transaction(() => {
  for (const text of ['Anna will send the report.', 'Who owns the search engine?']) insert.run(text)
})()
assert.ok(existsSync(`${file}-wal`))
const rows = database.prepare('SELECT text FROM line WHERE line MATCH ?').all('search')
assert.deepEqual(rows, [{ text: 'Who owns the search engine?' }])
database.loadExtension(getLoadablePath())
const bits = [Buffer.of(0b1111_0000), Buffer.of(0b1100_0001)]
const distance = 'SELECT vec_distance_hamming(vec_bit(?), vec_bit(?)) AS bits'
assert.deepEqual(database.prepare(distance).get(bits), { bits: 3 })
database.close()

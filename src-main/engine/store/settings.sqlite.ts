import type { Db } from './open-database.sqlite.ts'
import type { Settings } from './settings.ts'

export function sqliteSettings(db: Db): Settings {
  const value = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck()
  const upsert = db.prepare<[string, string]>(`
    INSERT INTO setting (key, value) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value`)
  return {
    read(key) {
      const json = value.get(key)
      return json === undefined ? null : JSON.parse(json)
    },
    write: (key, chosen) => void upsert.run(key, JSON.stringify(chosen)),
  }
}

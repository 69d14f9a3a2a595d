/**
 * How a library is kept in order. A meeting with a `deleted_at` lies in the trash. `import` is the queue of files;
 * `joining` names meetings whose sound is being put together, so that a kill leaves none of it behind.
 */
export const libraryTables = `
  ALTER TABLE meeting ADD COLUMN folder TEXT;
  ALTER TABLE meeting ADD COLUMN deleted_at INTEGER;

  CREATE INDEX meeting_by_deletion ON meeting (deleted_at) WHERE deleted_at IS NOT NULL;

  CREATE TABLE meeting_tag (
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    tag        TEXT NOT NULL,
    PRIMARY KEY (meeting_id, tag)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE meeting_person (
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    PRIMARY KEY (meeting_id, name)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX segment_speakers ON segment (meeting_id, speaker) WHERE speaker IS NOT NULL;

  CREATE TABLE import (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    path       TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'failed', 'cancelled')),
    meeting_id TEXT,
    code       TEXT,
    message    TEXT
  ) STRICT;

  CREATE TABLE joining (
    meeting_id TEXT PRIMARY KEY NOT NULL,
    begun_at   INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `

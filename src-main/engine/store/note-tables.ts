/** What persons write beside meetings, found by its words: an entry of the schema's history, and as unchangeable. */
export const noteTables = `
  CREATE TABLE meeting_note (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('note', 'bookmark')),
    at_ms      INTEGER NOT NULL CHECK (at_ms >= 0),
    text       TEXT NOT NULL
  ) STRICT;

  CREATE INDEX meeting_note_by_time ON meeting_note (meeting_id, at_ms);

  CREATE VIRTUAL TABLE meeting_note_text USING fts5 (
    text, content = 'meeting_note', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );

  CREATE TRIGGER meeting_note_is_indexed AFTER INSERT ON meeting_note BEGIN
    INSERT INTO meeting_note_text (rowid, text) VALUES (new.number, new.text);
  END;

  CREATE TRIGGER meeting_note_is_unindexed AFTER DELETE ON meeting_note BEGIN
    INSERT INTO meeting_note_text (meeting_note_text, rowid, text) VALUES ('delete', old.number, old.text);
  END;

  CREATE TRIGGER meeting_note_is_reindexed AFTER UPDATE OF number, text ON meeting_note BEGIN
    INSERT INTO meeting_note_text (meeting_note_text, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO meeting_note_text (rowid, text) VALUES (new.number, new.text);
  END;
  `

/**
 * The schema's history. Entry n brings a database from version n to n + 1.
 * Append only: a released entry is never edited, because it has already run
 * on somebody's meetings.
 *
 * Times named `_ms` are milliseconds, `_at` are milliseconds since 1970; lengths of sound are samples
 * at 16 kHz. `segment.number` is its own column because the search index refers to it: a hidden rowid
 * may change when the file is compacted.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meeting (
    id         TEXT PRIMARY KEY NOT NULL,
    title      TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    language   TEXT NOT NULL,
    model      TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('live', 'interrupted', 'done')),
    source     TEXT
  ) STRICT;

  CREATE INDEX meeting_by_start ON meeting (started_at);

  CREATE TABLE track (
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    samples    INTEGER NOT NULL DEFAULT 0 CHECK (samples >= 0),
    PRIMARY KEY (meeting_id, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE segment (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    meeting_id TEXT NOT NULL,
    track      TEXT NOT NULL,
    speaker    TEXT,
    start_ms   INTEGER NOT NULL,
    end_ms     INTEGER NOT NULL,
    text       TEXT NOT NULL,
    status     TEXT NOT NULL CHECK (status IN ('committed', 'final')),
    FOREIGN KEY (meeting_id, track) REFERENCES track (meeting_id, name) ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX segment_by_time ON segment (meeting_id, start_ms, track);

  CREATE TABLE word (
    segment    INTEGER NOT NULL REFERENCES segment (number) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    text       TEXT NOT NULL,
    start_ms   INTEGER NOT NULL,
    end_ms     INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (segment, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE revision (
    number     INTEGER PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    segment_id TEXT,
    what       TEXT NOT NULL,
    author     TEXT NOT NULL CHECK (author IN ('engine', 'person')),
    at         INTEGER NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL
  ) STRICT;

  CREATE INDEX revision_by_meeting ON revision (meeting_id);

  CREATE TRIGGER revision_is_append_only BEFORE UPDATE ON revision BEGIN
    SELECT RAISE(ABORT, 'a revision is never changed');
  END;

  CREATE TABLE reader_position (
    meeting_id TEXT NOT NULL,
    track      TEXT NOT NULL,
    reader     TEXT NOT NULL,
    sample     INTEGER NOT NULL CHECK (sample >= 0),
    PRIMARY KEY (meeting_id, track, reader),
    FOREIGN KEY (meeting_id, track) REFERENCES track (meeting_id, name) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE setting (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE segment_text USING fts5 (
    text, content = 'segment', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
  );

  CREATE TRIGGER segment_is_indexed AFTER INSERT ON segment BEGIN
    INSERT INTO segment_text (rowid, text) VALUES (new.number, new.text);
  END;

  CREATE TRIGGER segment_is_unindexed AFTER DELETE ON segment BEGIN
    INSERT INTO segment_text (segment_text, rowid, text) VALUES ('delete', old.number, old.text);
  END;

  CREATE TRIGGER segment_is_reindexed AFTER UPDATE OF number, text ON segment BEGIN
    INSERT INTO segment_text (segment_text, rowid, text) VALUES ('delete', old.number, old.text);
    INSERT INTO segment_text (rowid, text) VALUES (new.number, new.text);
  END;
  `,
  // What a meeting expects to hear: a JSON array of terms, the most important first.
  `ALTER TABLE meeting ADD COLUMN vocabulary TEXT NOT NULL DEFAULT '[]'`,
  `
  CREATE TABLE refusal (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    meeting_id TEXT NOT NULL,
    track      TEXT NOT NULL,
    rule       TEXT NOT NULL,
    start_ms   INTEGER NOT NULL,
    end_ms     INTEGER NOT NULL,
    text       TEXT NOT NULL,
    segment_id TEXT,
    FOREIGN KEY (meeting_id, track) REFERENCES track (meeting_id, name) ON DELETE CASCADE
  ) STRICT;

  CREATE INDEX refusal_by_time ON refusal (meeting_id, start_ms);

  CREATE TABLE refining (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    model      TEXT NOT NULL,
    extent     TEXT NOT NULL CHECK (extent IN ('within_budget', 'whole')),
    spent_ms   INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX revision_by_person ON revision (meeting_id, segment_id) WHERE author = 'person';
  `,
  // `found` is the insight as it was found, `written` what a person put in its place, `tracks` those of its segments:
  // JSON. `text_digest` is that of the text that was understood.
  `
  CREATE TABLE insight (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    found      TEXT NOT NULL,
    written    TEXT NOT NULL,
    dismissed  INTEGER NOT NULL CHECK (dismissed IN (0, 1)),
    tracks     TEXT NOT NULL
  ) STRICT;

  CREATE INDEX insight_by_meeting ON insight (meeting_id, kind);

  CREATE TABLE understanding (
    meeting_id  TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    model       TEXT,
    without     TEXT,
    dropped     INTEGER NOT NULL,
    read_ms     INTEGER NOT NULL,
    text_digest TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // Every writing of a summary, and what a language model noted of each portion of a meeting on the way to one.
  `
  CREATE TABLE summary (
    id         TEXT PRIMARY KEY NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    revision   INTEGER NOT NULL CHECK (revision > 0),
    written_at INTEGER NOT NULL,
    author     TEXT NOT NULL CHECK (author IN ('rules', 'model', 'person')),
    wanted_by  TEXT NOT NULL CHECK (wanted_by IN ('nobody', 'request', 'person')),
    model      TEXT,
    without    TEXT,
    template   TEXT NOT NULL,
    language   TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('growing', 'final')),
    outdated   INTEGER NOT NULL DEFAULT 0,
    title      TEXT,
    sections   TEXT NOT NULL,
    dropped    INTEGER NOT NULL CHECK (dropped >= 0),
    UNIQUE (meeting_id, revision)
  ) STRICT;

  CREATE TABLE summary_note (
    meeting_id  TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    note        TEXT NOT NULL,
    PRIMARY KEY (meeting_id, fingerprint)
  ) STRICT, WITHOUT ROWID;
  `,
]

import { exemptTables } from './exempt-tables.ts'
import { performanceTables } from './performance-tables.ts'
import { libraryTables } from './library-tables.ts'
import { editSchema } from './edit-schema.ts'
import { noteTables } from './note-tables.ts'

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
  // What search needs besides the text. `meeting_range` holds between which numbers the segments of a meeting lie, so that
  // the text index is only walked there; `insight_place` where something of a kind was found. A passage is a few
  // neighbouring segments: `vector` is of 8-bit numbers, `bits` of their signs. Whatever changes a segment drops the
  // passages that held it and the note that its meeting is indexed, so no vector outlives its text.
  `
  CREATE TABLE meeting_range (
    meeting_id   TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    first_number INTEGER NOT NULL,
    last_number  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  INSERT INTO meeting_range
    SELECT meeting_id, min(number), max(number) FROM segment GROUP BY meeting_id;

  CREATE INDEX segment_by_speaker ON segment (speaker, meeting_id) WHERE speaker IS NOT NULL;

  CREATE TABLE insight_place (
    kind       TEXT NOT NULL,
    segment_id TEXT NOT NULL,
    insight    INTEGER NOT NULL REFERENCES insight (number) ON DELETE CASCADE,
    PRIMARY KEY (kind, segment_id, insight)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX insight_place_by_insight ON insight_place (insight);

  INSERT OR IGNORE INTO insight_place
    SELECT insight.kind, json_extract(place.value, '$.segmentId'), insight.number
    FROM insight, json_each(insight.found, '$.citations') AS place
    WHERE insight.dismissed = 0 AND insight.kind IN ('action', 'decision', 'question');

  CREATE TRIGGER insight_is_placed AFTER INSERT ON insight
    WHEN new.dismissed = 0 AND new.kind IN ('action', 'decision', 'question') BEGIN
    INSERT OR IGNORE INTO insight_place
      SELECT new.kind, json_extract(value, '$.segmentId'), new.number
      FROM json_each(new.found, '$.citations');
  END;

  CREATE TRIGGER insight_is_placed_anew AFTER UPDATE ON insight BEGIN
    DELETE FROM insight_place WHERE insight = old.number;
    INSERT OR IGNORE INTO insight_place
      SELECT new.kind, json_extract(value, '$.segmentId'), new.number
      FROM json_each(new.found, '$.citations')
      WHERE new.dismissed = 0 AND new.kind IN ('action', 'decision', 'question');
  END;

  CREATE TABLE meeting_indexed (
    meeting_id TEXT PRIMARY KEY NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    model      TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE passage (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id  TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    model       TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    vector      BLOB NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX passage_by_meeting ON passage (meeting_id, model, fingerprint);
  CREATE INDEX passage_by_model ON passage (model);

  CREATE TABLE passage_bits (
    passage    INTEGER PRIMARY KEY REFERENCES passage (number) ON DELETE CASCADE,
    meeting_id TEXT NOT NULL,
    bits       BLOB NOT NULL
  ) STRICT;

  CREATE INDEX passage_bits_by_meeting ON passage_bits (meeting_id);

  CREATE TABLE passage_segment (
    passage INTEGER NOT NULL REFERENCES passage (number) ON DELETE CASCADE,
    segment INTEGER NOT NULL REFERENCES segment (number) ON DELETE CASCADE,
    PRIMARY KEY (passage, segment)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX passage_by_segment ON passage_segment (segment, passage);

  CREATE TRIGGER segment_extends_range AFTER INSERT ON segment BEGIN
    INSERT INTO meeting_range VALUES (new.meeting_id, new.number, new.number)
      ON CONFLICT DO UPDATE SET first_number = min(first_number, new.number),
        last_number = max(last_number, new.number);
    DELETE FROM meeting_indexed WHERE meeting_id = new.meeting_id;
  END;

  CREATE TRIGGER segment_leaves_passages BEFORE DELETE ON segment BEGIN
    DELETE FROM passage WHERE number IN (SELECT passage FROM passage_segment WHERE segment = old.number);
    DELETE FROM meeting_indexed WHERE meeting_id = old.meeting_id;
  END;

  CREATE TRIGGER segment_changes_passages AFTER UPDATE OF text, start_ms, end_ms ON segment
    WHEN old.text <> new.text OR old.start_ms <> new.start_ms OR old.end_ms <> new.end_ms BEGIN
    DELETE FROM passage WHERE number IN (SELECT passage FROM passage_segment WHERE segment = old.number);
    DELETE FROM meeting_indexed WHERE meeting_id = old.meeting_id;
  END;
  `,
  performanceTables,
  libraryTables,
  editSchema,
  noteTables,
  exemptTables,
]

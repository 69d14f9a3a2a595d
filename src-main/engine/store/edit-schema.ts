/**
 * What a person can undo, as one step of the schema's history. A revision of an edit holds its change as JSON; `state` is
 * all that changes of it. `of` names the edit that a revision undid, redid or reverted. `written_segment` holds the texts
 * that are a person's by edits that hold.
 */
export const editSchema = `
  ALTER TABLE revision ADD COLUMN of INTEGER;

  CREATE TABLE edit (
    revision   INTEGER PRIMARY KEY NOT NULL REFERENCES revision (number) ON DELETE CASCADE,
    meeting_id TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
  ) STRICT;

  CREATE INDEX edit_by_state ON edit (meeting_id, state, revision);

  CREATE TABLE written_segment (
    meeting_id TEXT NOT NULL,
    segment_id TEXT NOT NULL,
    revision   INTEGER NOT NULL REFERENCES edit (revision) ON DELETE CASCADE,
    PRIMARY KEY (meeting_id, segment_id, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX written_segment_by_edit ON written_segment (revision);
  `

/** What was measured while the program worked; it outlives the meetings that it was measured in. */
export const performanceTables = `
  CREATE TABLE performance_sample (
    number     INTEGER PRIMARY KEY,
    ended_at   INTEGER NOT NULL,
    meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL,
    sample     TEXT NOT NULL
  ) STRICT;

  CREATE INDEX performance_by_time ON performance_sample (ended_at);
  CREATE INDEX performance_by_meeting ON performance_sample (meeting_id) WHERE meeting_id IS NOT NULL;
  `
